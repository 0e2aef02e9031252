import { z } from 'zod';
import { actorOfRequest, endSession, sessionCookie } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { audit } from '#lib/platform/audit.ts';
import { route } from '#lib/platform/http.ts';

/** Signs out. Whoever is signed out already gets the same answer. */
export const POST = route({
  actor: actorOfRequest,
  schema: z.object({}),
  run: async ({ actor, request, requestId, locale }) => {
    await endSession(request);
    if (actor.type === 'staff') {
      await audit({ action: 'session.ended', actorKind: 'staff', staffId: actor.id, requestId });
    }
    return {
      json: { signedIn: false },
      to: localePath(locale, '/logowanie?zrobione=wylogowanie'),
      cookies: [sessionCookie('')],
    };
  },
});
