import { Prisma } from '#lib/generated/prisma/client.ts';
import { cityMidnight, now } from '#lib/platform/clock.ts';
import { db, inTransaction, type Tx } from '#lib/platform/db.ts';
import { KINDS } from '#lib/submissions/words.ts';
import { DECIDED, daysOf, NO_KEY, SUCCESS } from '../words.ts';

const { sql } = Prisma;

/** Months are worked out one by one, so that a history of many years never holds one long transaction. */
const MOST_MONTHS = 600;

/**
 * Works out anew what no longer holds: each month that something changed, then the years they lie in. The marks are
 * taken away in the transaction that answers them, so that nothing is forgotten when the worker is killed. Returns how
 * many months there were.
 */
export async function refreshStatistics(signal?: AbortSignal): Promise<number> {
  const years = new Set<string>();
  let done = 0;
  for (; done < MOST_MONTHS && !signal?.aborted; done += 1) {
    const month = await nextDirty();
    if (!month) break;
    await refreshPeriod(month);
    years.add(month.slice(0, 4));
  }
  for (const year of years) await refreshPeriod(year);
  await db.statisticsState.upsert({ where: { id: 1 }, create: { id: 1, at: now() }, update: { at: now() } });
  return done;
}

async function nextDirty(): Promise<string | null> {
  const row = await db.statisticsDirty.findFirst({ orderBy: { id: 'asc' }, select: { month: true } });
  return row ? row.month.toISOString().slice(0, 7) : null;
}

async function refreshPeriod(period: string): Promise<void> {
  const { first, after } = daysOf(period);
  const [from, to] = [cityMidnight(first), cityMidnight(after)];
  await inTransaction(async (tx) => {
    // A month's marks go before it is counted: whatever is committed later has a mark of its own.
    if (period.length > 4) {
      await tx.$executeRaw`DELETE FROM "StatisticsDirty" WHERE "month" = ${first}::date`;
    }
    await tx.statisticsCell.deleteMany({ where: { period } });
    await tx.$executeRaw(cellsOf(period, from, to));
    await refreshCalls(tx, period, from, to);
  });
}

async function refreshCalls(tx: Tx, period: string, from: Date, to: Date): Promise<void> {
  await tx.statisticsCalls.deleteMany({ where: { period } });
  await tx.$executeRaw`
    INSERT INTO "StatisticsCalls" ("period", "outcome", "calls")
    SELECT ${period}, "outcome", count(*) FROM "Call" WHERE "at" >= ${from} AND "at" < ${to} GROUP BY "outcome"`;
}

const decided = sql`"outcome"::text IN (${Prisma.join(DECIDED)})`;
const successful = sql`("kind"::text, "outcome"::text) IN (${Prisma.join(
  KINDS.map((kind) => sql`(${kind}, ${SUCCESS[kind]})`),
)})`;

/** What was filed in the period, and what ended in it, whenever it was filed: two readings of one table. */
function facts(from: Date, to: Date): Prisma.Sql {
  const columns = sql`"kind", "outcome", COALESCE("departmentCode", ${NO_KEY}) AS department,
    COALESCE("districtNumber"::text, ${NO_KEY}) AS district, "categoryCode" AS category`;
  return sql`
    SELECT ${columns}, TRUE AS filed, NULL::float8 AS days
    FROM "Submission" WHERE "receivedAt" >= ${from} AND "receivedAt" < ${to}
    UNION ALL
    SELECT ${columns}, FALSE,
      EXTRACT(EPOCH FROM COALESCE("resolvedAt", "closedAt") - "receivedAt")::float8 / 86400
    FROM "Submission"
    WHERE COALESCE("resolvedAt", "closedAt") >= ${from} AND COALESCE("resolvedAt", "closedAt") < ${to}`;
}

/** All cells of a period in one statement: whole and by one dimension at a time, for each kind and for all. */
function cellsOf(period: string, from: Date, to: Date): Prisma.Sql {
  return sql`
    INSERT INTO "StatisticsCell"
      ("period", "dimension", "key", "kind", "filed", "ended", "decided", "successful", "median", "p80")
    SELECT ${period},
      CASE WHEN GROUPING(department) = 0 THEN 'DEPARTMENT' WHEN GROUPING(district) = 0 THEN 'DISTRICT'
           WHEN GROUPING(category) = 0 THEN 'CATEGORY' ELSE 'ALL' END,
      COALESCE(department, district, category, ''),
      COALESCE("kind"::text, 'ALL'),
      count(*) FILTER (WHERE filed),
      count(*) FILTER (WHERE NOT filed),
      count(*) FILTER (WHERE NOT filed AND ${decided}),
      count(*) FILTER (WHERE NOT filed AND ${successful}),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FILTER (WHERE NOT filed AND ${decided}),
      percentile_cont(0.8) WITHIN GROUP (ORDER BY days) FILTER (WHERE NOT filed AND ${decided})
    FROM (${facts(from, to)}) AS facts
    GROUP BY GROUPING SETS ((), ("kind"), (department), (department, "kind"), (district), (district, "kind"),
      (category), (category, "kind"))
    HAVING count(*) > 0`;
}
