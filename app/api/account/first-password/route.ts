import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { sealSession, sessionCookie } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';
import { setPassword } from '#lib/staff/commands/set-password.ts';
import { deviceCookie } from '#lib/staff/device.ts';

/** The fields are named as those that are never kept with a refused form. */
const schema = z.object({
  code: z.string().max(200).catch(''),
  newPassword: z.string().max(10_000).catch(''),
});

/** The password of an account, by its mailed link. Whoever sets it is signed in with it. */
export const POST = route({
  actor: async () => ANONYMOUS,
  limit: 'accountLink',
  schema,
  run: async ({ input, requestId, locale }) => {
    const user = await setPassword({ key: input.code, password: input.newPassword, requestId });
    const session = await sealSession({ sub: user.id, version: user.sessionVersion });
    return {
      json: { name: user.name, role: user.role },
      to: localePath(locale, '/staff'),
      cookies: [sessionCookie(session), deviceCookie(user.id)],
    };
  },
});
