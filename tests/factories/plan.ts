import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

/** How the database would go about a query. */
export async function planOf(query: Prisma.Sql): Promise<string> {
  const lines = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${query}`);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}
