import { db } from '#lib/platform/db.ts';

const SHOWN = 20;

/**
 * Open cases that wait for this very person: whoever leaves hands them over. Numbers alone, so that the one who manages
 * accounts can say which they are without reading them.
 */
export async function heldBy(staffId: string): Promise<{ count: number; references: string[] }> {
  const rows = await db.$queryRaw<{ reference: string; total: bigint }[]>`
    WITH held AS (
      SELECT "id" FROM "Submission"
        WHERE "handlerId" = ${staffId}::uuid AND "status" NOT IN ('RESOLVED', 'CLOSED')
      UNION
      SELECT a."submissionId" FROM "Assignment" a
        WHERE a."officerId" = ${staffId}::uuid AND a."endedAt" IS NULL
    )
    SELECT s."reference", count(*) OVER () AS "total"
    FROM held JOIN "Submission" s USING ("id")
    WHERE s."status" NOT IN ('RESOLVED', 'CLOSED')
    ORDER BY s."dueAt" NULLS LAST, s."id" LIMIT ${SHOWN}`;
  return { count: Number(rows[0]?.total ?? 0), references: rows.map(({ reference }) => reference) };
}
