import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest, sealSession, sessionCookie } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';
import { safePath } from '#lib/platform/http-request.ts';
import { changePassword } from '#lib/staff/commands/change-password.ts';

/** The fields are named as those that are never kept with a refused form. */
const schema = z.object({
  password: z.string().max(10_000).catch(''),
  newPassword: z.string().max(10_000).catch(''),
  next: z.string().max(500).optional(),
});

/** A person's own password. Every other session of that person ends. */
export const POST = route({
  actor: actorOfRequest,
  schema,
  run: async ({ actor, input, requestId, locale }) => {
    assertStaff(actor);
    const token = await changePassword(actor, { ...input, requestId });
    return {
      json: { changed: true },
      to: safePath(input.next) ?? localePath(locale, '/staff/haslo?zrobione=haslo'),
      cookies: [sessionCookie(await sealSession(token))],
    };
  },
});
