import type { Actor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { type BoundedCount, OVERSIGHT_TABS, type QueueTab } from '../staff-dto.ts';
import { deskOf, tabsOf } from './staff-desk.ts';
import { inStatuses, scopeSql, tabRule } from './staff-queue-rules.ts';

const { sql } = Prisma;

/** Counting stops here: beyond it a number tells nobody more, and an exact one would cost a scan. */
const COUNT_LIMIT = 999;
const UNCOUNTED: readonly QueueTab[] = ['ended', 'all', ...OVERSIGHT_TABS];

/** How many cases wait in each list of the actor's desk, up to the limit, in one statement and one scope. */
export async function staffCounts(actor: Actor): Promise<Partial<Record<QueueTab, BoundedCount>>> {
  const tabs = tabsOf(deskOf(actor)).filter((tab) => !UNCOUNTED.includes(tab));
  if (tabs.length === 0) return {};
  const rows = await db.$queryRaw<{ tab: QueueTab; cases: bigint }[]>(countsSql(actor, tabs));
  return Object.fromEntries(rows.map(({ tab, cases }) => [tab, bounded(Number(cases))]));
}

export function countsSql(actor: Actor, tabs: readonly QueueTab[]): Prisma.Sql {
  const desk = deskOf(actor);
  const visible = scopeSql(scope(actor, 'case.read-internal'));
  const counts = tabs.map((tab) => {
    const { statuses, where } = tabRule(actor, desk, tab);
    const known = statuses
      ? inStatuses(statuses, sql`s."status" = ANY(${[...statuses]}::"Status"[])`)
      : sql`TRUE`;
    return sql`SELECT ${tab} AS "tab", count(*) AS "cases" FROM (
      SELECT 1 FROM "Submission" s WHERE ${visible} AND ${known} AND ${where} LIMIT ${COUNT_LIMIT + 1}) each`;
  });
  return Prisma.join(counts, ' UNION ALL ');
}

function bounded(cases: number): BoundedCount {
  return { shown: Math.min(cases, COUNT_LIMIT), more: cases > COUNT_LIMIT };
}
