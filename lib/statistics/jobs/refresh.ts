import { Prisma } from '#lib/generated/prisma/client.ts';
import { cityMidnight, now } from '#lib/platform/clock.ts';
import { db, inTransaction, type Tx } from '#lib/platform/db.ts';
import { KINDS } from '#lib/submissions/words.ts';
import { DECIDED, daysOf, NO_KEY, SUCCESS } from '../words.ts';

const { sql } = Prisma;

/** Marks looked at together; an import of many years leaves more. */
const MARKS_AT_ONCE = 2_000;
/** A year of a large city takes a few seconds, several times as long on a busy machine. */
const YEAR_MS = 30_000;

/**
 * Works out anew what no longer holds: each month that something changed, then the year it lies in, each in a
 * transaction of its own, so that a history of many years never holds one long. The marks of a year are taken away with
 * its figures, the last of them: whenever the worker is killed, what is not done has its marks still. Returns how many
 * months there were.
 */
export async function refreshStatistics(signal?: AbortSignal): Promise<number> {
  let done = 0;
  // What is marked meanwhile waits for the next round: on a busy day there would be no end.
  const newest = await db.statisticsDirty.aggregate({ _max: { id: true } });
  const where = { id: { lte: newest._max.id ?? 0n } };
  while (!signal?.aborted) {
    const marks = await db.statisticsDirty.findMany({ where, orderBy: { id: 'asc' }, take: MARKS_AT_ONCE });
    if (marks.length === 0) break;
    for (const [year, marked] of byYear(marks)) {
      if (signal?.aborted) break;
      done += await refreshYear(year, marked);
    }
  }
  await db.statisticsState.upsert({ where: { id: 1 }, create: { id: 1, at: now() }, update: { at: now() } });
  return done;
}

type Mark = { id: bigint; month: Date };

function byYear(marks: Mark[]): Map<string, Mark[]> {
  return Map.groupBy(marks, ({ month }) => month.toISOString().slice(0, 4));
}

/** A mark that was read here was committed before anything is counted; one of later has an id that is not among them. */
async function refreshYear(year: string, marked: Mark[]): Promise<number> {
  const months = new Set(marked.map(({ month }) => month.toISOString().slice(0, 7)));
  for (const month of months) await refreshPeriod(month);
  await refreshPeriod(year, marked);
  return months.size;
}

async function refreshPeriod(period: string, answered: Mark[] = []): Promise<void> {
  const { first, after } = daysOf(period);
  const [from, to] = [cityMidnight(first), cityMidnight(after)];
  await inTransaction(async (tx) => {
    await tx.statisticsCell.deleteMany({ where: { period } });
    await tx.$executeRaw(cellsOf(period, from, to));
    await refreshCalls(tx, period, from, to);
    await tx.statisticsDirty.deleteMany({ where: { id: { in: answered.map(({ id }) => id) } } });
  }, YEAR_MS);
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
