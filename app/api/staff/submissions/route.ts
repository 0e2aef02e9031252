import type { z } from 'zod';
import type { Actor } from '#lib/access/actor.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { fileFor } from '#lib/filing/commands/file-for.ts';
import { keepConversation } from '#lib/filing/conversation.ts';
import { intakeInput } from '#lib/filing/intake-schema.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { acceptUploads, discardStored } from '#lib/media/accept.ts';
import { photoProblems } from '#lib/media/problems.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type Call, route } from '#lib/platform/http.ts';
import { hit } from '#lib/platform/limits.ts';

/** Filing for a caller, a visitor, a letter or an e-mail: one form, answered by the page with the number. */
export const POST = route({
  actor: actorOfRequest,
  files: true,
  schema: intakeInput,
  run: async (call) => {
    const { actor, input, locale } = call;
    assertStaff(actor);
    await hit('staffCommand', actor.id);
    const photos = await photosOf(call);
    try {
      const { conversation, reference, repeated, changed } = await fileFor(actor, input, photos);
      if (repeated) await discardStored(photos);
      const kept = await keepConversation(actor, conversation);
      const to = localePath(locale, `/staff/nowe/przyjete?r=${kept}${changed ? '&inne=1' : ''}`);
      return { json: { reference, repeated, to }, to };
    } catch (error) {
      await discardStored(photos);
      throw error;
    }
  },
});

async function photosOf({ files, rejected }: Call<Actor, z.output<typeof intakeInput>>) {
  const { accepted, refused } = await acceptUploads(files.filter(({ bytes }) => bytes > 0));
  const photos = photoProblems(rejected, refused);
  if (photos.length === 0) return accepted;
  await discardStored(accepted);
  throw new AppError('INVALID', { fields: { photos } });
}
