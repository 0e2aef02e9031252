import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { keepFormState } from '#lib/platform/form-state.ts';
import { route } from '#lib/platform/http.ts';
import { countPerson } from '#lib/privacy/queries/find.ts';

const schema = z.object({ email: z.string().max(254).catch(''), phone: z.string().max(60).catch('') });

/** Looks somebody up. What was typed is kept on the server, never in the address. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema,
  run: async ({ actor, input, requestId, locale }) => {
    assertStaff(actor);
    const counts = await countPerson(actor, input, requestId);
    const id = await keepFormState({ values: input, errors: {} });
    return { json: counts, to: localePath(locale, `/staff/dane-osobowe?o=${id}`) };
  },
});
