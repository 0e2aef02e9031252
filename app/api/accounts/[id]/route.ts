import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';
import { accountSchema } from '#lib/staff/account-schema.ts';
import { editAccount } from '#lib/staff/commands/edit-account.ts';

/** Another name, address, role or department of an account. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema: accountSchema,
  run: async ({ actor, input, params, requestId, locale }) => {
    assertStaff(actor);
    const id = params.id ?? '';
    await editAccount(actor, id, { account: input, requestId });
    return { json: { id }, to: localePath(locale, `/staff/konta/${id}?zrobione=edit`) };
  },
});
