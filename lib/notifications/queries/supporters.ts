import { db } from '#lib/platform/db.ts';
import type { EventFacts } from '../plan.ts';
import { isForFollowers } from '../templates.ts';

/** People to write to at once; an idea of the whole city may have thousands behind it. */
export const SUPPORTERS_PAGE = 100;

export type Supporter = { id: string; mailbox: string };

/**
 * A page of those who supported a case before this happened, and can be written to: confirmed, not taken back, in the
 * order of their ids. No addresses are read.
 */
export async function supportersAt(event: EventFacts, after: string | undefined): Promise<Supporter[]> {
  if (!isForFollowers(event.type)) return [];
  const rows = await db.support.findMany({
    where: {
      // An idea that became a question is between the city and the one who asks.
      submission: { id: event.submissionId, kind: { not: 'QUESTION' } },
      verifiedAt: { lte: event.at },
      withdrawnAt: null,
      erasedAt: null,
      email: { not: null },
      emailHash: { not: null },
      ...(after !== undefined && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: SUPPORTERS_PAGE,
    select: { id: true, emailHash: true },
  });
  return rows.map((row) => ({ id: row.id, mailbox: row.emailHash ?? '' }));
}
