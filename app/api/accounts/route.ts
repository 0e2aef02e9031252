import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';
import { accountSchema } from '#lib/staff/account-schema.ts';
import { createAccount } from '#lib/staff/commands/create-account.ts';

/** A new account of a member of staff; the link to its password goes out by mail. */
export const POST = route({
  actor: actorOfRequest,
  schema: accountSchema,
  run: async ({ actor, input, requestId, locale }) => {
    assertStaff(actor);
    const { id } = await createAccount(actor, { account: input, requestId, mail: true });
    return {
      json: { id },
      status: 201,
      to: localePath(locale, `/staff/konta/${id}?zrobione=create`),
    };
  },
});
