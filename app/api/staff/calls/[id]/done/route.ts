import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { finishCallBack } from '#lib/calls/commands/call-back.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';

/** The caller was called back: number and name are forgotten. */
export const POST = route({
  actor: actorOfRequest,
  schema: z.object({}),
  run: async ({ actor, params, locale }) => {
    assertStaff(actor);
    await finishCallBack(actor, params.id ?? '');
    return { json: { done: true }, to: localePath(locale, '/staff/rozmowy?zapisane=DONE') };
  },
});
