import { z } from 'zod';
import { validInput, withFormPhotos } from '#app/api/form-photos.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { joinFor } from '#lib/filing/commands/join-for.ts';
import { keepConversation } from '#lib/filing/conversation.ts';
import { joinInput } from '#lib/filing/intake-schema.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { discardStored } from '#lib/media/accept.ts';
import { route } from '#lib/platform/http.ts';
import { hit } from '#lib/platform/limits.ts';

/** The form of staff, sent not to file but to join the person to a case that is there already. Its files are left. */
export const POST = route({
  actor: actorOfRequest,
  files: true,
  schema: z.looseObject({}),
  run: async (call) => {
    const { actor, locale } = call;
    assertStaff(actor);
    await hit('staffCommand', actor.id);
    return withFormPhotos(call, async ({ fresh }) => {
      const input = validInput(joinInput, call.input);
      const { conversation, reference } = await joinFor(actor, input);
      await discardStored(fresh);
      const to = localePath(locale, `/staff/nowe/przyjete?r=${await keepConversation(actor, conversation)}`);
      return { json: { reference, to }, to };
    });
  },
});
