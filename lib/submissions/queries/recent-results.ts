import type { Actor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import type { PublicItem } from '../dto.ts';
import { workingDaysBetween } from '../service-clock.ts';
import { PUBLIC_SELECT, publicItem } from './public-item.ts';

export type RecentResult = PublicItem & { explanation: string; workingDays: number };

/** The latest endings worth telling: released, with an explanation in words, one per district so that no street fills it. */
export async function recentResults(actor: Actor, count: number, locale: Locale): Promise<RecentResult[]> {
  const rows = await db.submission.findMany({
    where: {
      AND: [
        scope(actor, 'case.read'),
        {
          kind: 'PROBLEM',
          publicText: { not: null },
          status: { in: ['RESOLVED', 'CLOSED'] },
          outcome: { in: ['FIXED', 'OUTSIDE_CITY', 'NO_FAULT_FOUND', 'ANSWERED'] },
          resolvedAt: { not: null },
        },
      ],
    },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: count * 6,
    select: {
      ...PUBLIC_SELECT,
      resolvedAt: true,
      messages: {
        where: { role: 'EXPLANATION', visibility: 'PUBLIC', text: { not: null } },
        orderBy: { eventId: 'desc' },
        take: 1,
        select: { text: true },
      },
    },
  });
  const results = rows.flatMap((row) => {
    const explanation = row.messages[0]?.text;
    if (!explanation || !row.resolvedAt) return [];
    return [
      {
        ...publicItem(row, locale),
        explanation,
        workingDays: workingDaysBetween(row.receivedAt, row.resolvedAt),
      },
    ];
  });
  return onePerDistrict(results).slice(0, count);
}

function onePerDistrict(results: RecentResult[]): RecentResult[] {
  const seen = new Set<number | null>();
  const first = results.filter(({ district }) => {
    const number = district?.number ?? null;
    const fresh = !seen.has(number);
    seen.add(number);
    return fresh;
  });
  return [...first, ...results.filter((result) => !first.includes(result))];
}
