import { db } from '#lib/platform/db.ts';

/** A statement takes a second or two for so many. */
const AT_ONCE = 20_000;

/**
 * Folds what is noted for the map into its cells, and says how many notes that were. The map is right without it, and
 * quicker after it: the worker calls it every few minutes, an import at its end.
 */
export async function foldMap(signal?: AbortSignal): Promise<number> {
  let all = 0;
  while (!signal?.aborted) {
    const rows = await db.$queryRaw<{ folded: number }[]>`SELECT "map_fold"(${AT_ONCE}::integer) AS "folded"`;
    const folded = rows[0]?.folded ?? 0;
    all += folded;
    if (folded < AT_ONCE) break;
  }
  // So many at once leave a large empty table behind; a few are tidied up by the database itself.
  if (all >= AT_ONCE) await db.$executeRaw`VACUUM (ANALYZE, INDEX_CLEANUP ON) "MapDelta"`;
  return all;
}

/** Cells that came to hold nothing; kept for a while because most are filled again. */
export async function sweepEmptyCells(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "MapCell" WHERE "count" = 0 AND "sumX" = 0 AND "sumY" = 0 AND "sumNumber" = 0`;
}
