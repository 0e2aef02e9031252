import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

const { sql } = Prisma;

type Plan = { 'Plan Rows': number; Plans?: Plan[] };

/** More than there will ever be. */
const NO_LIMIT = 1_000_000_000;

/**
 * How many rows each of these queries has, as the database expects it from what it keeps of its columns: not counted,
 * so as quick for a million rows as for ten. Good enough to choose a way by, and for nothing else.
 */
export async function expectedRows(queries: readonly Prisma.Sql[]): Promise<number[]> {
  // A limit in each keeps them apart in the plan; one that says nothing makes sure that there are two.
  const each = [sql`SELECT`, ...queries].map((query) => sql`(${query} LIMIT ${NO_LIMIT})`);
  const rows = await db.$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    sql`EXPLAIN (FORMAT JSON) ${Prisma.join(each, ' UNION ALL ')}`,
  );
  const plans = rows[0]?.['QUERY PLAN'][0]?.Plan.Plans ?? [];
  return queries.map((_, index) => plans[index + 1]?.['Plan Rows'] ?? NO_LIMIT);
}

/** No more than so many are always few. */
const FEW = 2000;

/**
 * Up to so many matches it is quicker to look all of them up than to read a list of `all` in its order until a page is
 * full: the fewer there are, the further one has to read.
 */
export function fewEnough(all: number, page: number): number {
  return Math.max(FEW, Math.sqrt(all * page));
}
