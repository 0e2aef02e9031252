import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';
import { erasePerson } from '#lib/privacy/commands/erase.ts';

const schema = z.object({
  email: z.string().max(254).catch(''),
  phone: z.string().max(60).catch(''),
  reason: z
    .string({ error: 'admin.privacy.error.reason' })
    .trim()
    .min(1, { error: 'admin.privacy.error.reason' })
    .max(500, { error: 'validation.tooLong' }),
  confirm: z.literal('1', { error: 'admin.privacy.error.confirm' }),
  endLinks: z.string().optional(),
});

/** Erases one person, after it was said once more that this is meant. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema,
  run: async ({ actor, input, requestId, locale }) => {
    assertStaff(actor);
    const { email, phone, reason } = input;
    const endLinks = Boolean(input.endLinks);
    const counts = await erasePerson(actor, { query: { email, phone }, reason, endLinks, requestId });
    return { json: counts, to: localePath(locale, '/staff/dane-osobowe?zrobione=1') };
  },
});
