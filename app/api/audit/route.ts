import { z } from 'zod';
import { actorOfRequest } from '#lib/access/session.ts';
import { csv, csvHeaders } from '#lib/platform/csv.ts';
import { route } from '#lib/platform/http.ts';
import { readAuditFilter } from '#lib/staff/audit-dto.ts';
import { MOST_EXPORTED, readAudit } from '#lib/staff/queries/audit-log.ts';

/** The audit as a file, by the same filter as its page. */
export const GET = route({
  actor: actorOfRequest,
  schema: z.record(z.string(), z.unknown()),
  run: async ({ actor, input }) => {
    const { rows } = await readAudit(actor, readAuditFilter(input), MOST_EXPORTED);
    const cells = rows.map(({ at, who, action, subject, about }) => [
      at.toISOString(),
      who,
      action,
      subject,
      about,
    ]);
    return {
      json: null,
      body: csv([['at', 'who', 'action', 'subject', 'about'], ...cells]),
      headers: csvHeaders('audyt.csv'),
    };
  },
});
