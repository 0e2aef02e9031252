import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

const { sql } = Prisma;

type Plan = { 'Plan Rows': number; Plans?: Plan[] };

/**
 * How many rows each of these queries has, up to `most`, as the database expects it from what it keeps of its columns:
 * not counted, so as quick for a million rows as for ten. Good enough to choose a way by, and for nothing else.
 */
export async function expectedRows(most: number, queries: readonly Prisma.Sql[]): Promise<number[]> {
  // A limit in each keeps them apart in the plan; one that says nothing makes sure that there are two.
  const each = [sql`SELECT`, ...queries].map((query) => sql`(${query} LIMIT ${most})`);
  const rows = await db.$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    sql`EXPLAIN (FORMAT JSON) ${Prisma.join(each, ' UNION ALL ')}`,
  );
  const plans = rows[0]?.['QUERY PLAN'][0]?.Plan.Plans ?? [];
  return queries.map((_, index) => plans[index + 1]?.['Plan Rows'] ?? most);
}
