import { z } from 'zod';
import { validInput, withFormPhotos } from '#app/api/form-photos.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { fileFor } from '#lib/filing/commands/file-for.ts';
import { keepConversation } from '#lib/filing/conversation.ts';
import { intakeInput } from '#lib/filing/intake-schema.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { discardStored } from '#lib/media/accept.ts';
import { route } from '#lib/platform/http.ts';
import { hit } from '#lib/platform/limits.ts';

/** Filing for a caller, a visitor, a letter or an e-mail: one form, answered by the page with the number. */
export const POST = route({
  actor: actorOfRequest,
  files: true,
  schema: z.looseObject({}),
  run: async (call) => {
    const { actor, locale } = call;
    assertStaff(actor);
    await hit('staffCommand', actor.id);
    return withFormPhotos(call, async ({ photos, problems }) => {
      const input = validInput(intakeInput, call.input, problems);
      const { conversation, reference, repeated, changed } = await fileFor(actor, input, photos);
      if (repeated) await discardStored(photos);
      const kept = await keepConversation(actor, conversation);
      const to = localePath(locale, `/staff/nowe/przyjete?r=${kept}${changed ? '&inne=1' : ''}`);
      return { json: { reference, repeated, to }, to };
    });
  },
});
