import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { saveRecord } from '#lib/directory/commands/save-record.ts';
import { recordKind } from '#lib/directory/editing/definitions.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';

/** A record of the directory as its form says it now. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema: z.record(z.string(), z.unknown()),
  run: async ({ actor, input, params, requestId, locale }) => {
    assertStaff(actor);
    const kind = recordKind(params.kind);
    if (!kind) throw new AppError('NOT_FOUND');
    const id = await saveRecord(actor, { kind, id: params.id ?? '', submitted: input, requestId });
    return {
      json: { id },
      to: localePath(locale, `/staff/ustawienia/${kind}/${encodeURIComponent(id)}?zrobione=1`),
    };
  },
});
