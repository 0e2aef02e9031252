import { z } from 'zod';
import { earlierOf } from '#app/intake/look-view.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { route } from '#lib/platform/http.ts';

const schema = z.object({
  phone: z.string().max(40).catch(''),
  email: z.string().max(254).catch(''),
  at: z.enum(['filing', 'call']).catch('filing'),
});

/** Earlier cases of the person whose phone or e-mail is being typed. Posted, so that it stands in no address. */
export const POST = route({
  actor: actorOfRequest,
  schema,
  run: async ({ actor, input, requestId, locale }) => {
    assertStaff(actor);
    return { json: { person: await earlierOf(actor, { ...input, requestId }, locale) } };
  },
});
