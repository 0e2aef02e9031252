import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { correctAddress, retryNotification } from '#lib/notifications/commands/retry.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';
import { safePath } from '#lib/platform/http-request.ts';
import { hit } from '#lib/platform/limits.ts';

const form = z.object({
  email: z.string().max(320).optional(),
  next: z.string().max(500).optional(),
  back: z.string().max(500).optional(),
});

/** A mail that was given up: sent again as it is (`retry`), or to an address put right (`address`). */
export const POST = route({
  actor: actorOfRequest,
  schema: form,
  run: async ({ actor, input, params, locale }) => {
    assertStaff(actor);
    await hit('staffCommand', actor.id);
    const id = params.id ?? '';
    if (params.action === 'retry') await retryNotification(actor, id);
    else if (params.action === 'address') await correctAddress(actor, id, input.email ?? '');
    else throw new AppError('NOT_FOUND');
    return { json: { id }, to: safePath(input.next) ?? localePath(locale, '/staff/nadzor') };
  },
});
