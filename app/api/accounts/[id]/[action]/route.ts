import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';
import { ACCOUNT_SWITCHES, switchAccount } from '#lib/staff/commands/switch-account.ts';

/** Out of work, back into it, or a new link to a password. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema: z.object({}),
  run: async ({ actor, params, requestId, locale }) => {
    assertStaff(actor);
    const to = ACCOUNT_SWITCHES.find((known) => known === params.action);
    if (!to) throw new AppError('NOT_FOUND');
    const id = params.id ?? '';
    await switchAccount(actor, { id, to, requestId, mail: true });
    return { json: { id }, to: localePath(locale, `/staff/konta/${id}?zrobione=${to}`) };
  },
});
