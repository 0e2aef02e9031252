import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { SHORTEST_WORD, searchWords } from '../search-words.ts';

const { sql } = Prisma;

/** A word that more cases have is not looked up first: the list is read in its order until a page is full. */
const RARE = 2000;

/** How a search joins the statement of a list: a common table expression, when there is one, and a condition on `s`. */
export type Search = { found: Prisma.Sql | null; where: Prisma.Sql };

/**
 * Cases in whose text or place every word of the search stands, whatever its accents. The rarest word is looked up in
 * the index and the others only narrow that down; when all are common, matches are so dense that reading in order is
 * quick. Null when no word is long enough to look for. The person who reported is never searched here.
 */
export async function planSearch(typed: string): Promise<Search | null> {
  const words = searchWords(typed);
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  if (long.length === 0) return null;
  const counts = await countUpTo(RARE, long);
  const rarest = long.reduce((least, word) =>
    (counts.get(word) ?? 0) < (counts.get(least) ?? 0) ? word : least,
  );
  const isRare = (counts.get(rarest) ?? 0) <= RARE;
  const rest = isRare ? words.filter((word) => word !== rarest) : words;
  const conditions = rest.map(having);
  if (!isRare) return { found: null, where: Prisma.join(conditions, ' AND ') };
  return {
    found: sql`SELECT "id" FROM "Submission" WHERE "foldedText" LIKE ${containing(rarest)}
      UNION SELECT "submissionId" FROM "Place" WHERE "foldedWords" LIKE ${containing(rarest)}`,
    where: Prisma.join([sql`s."id" IN (SELECT "id" FROM found)`, ...conditions], ' AND '),
  };
}

/** How many cases have each word, one more than the limit at most; only to choose how to look. */
async function countUpTo(limit: number, words: string[]): Promise<Map<string, number>> {
  const counts = words.map(
    (word) => sql`SELECT ${word} AS "word", count(*) AS "cases" FROM (
      SELECT 1 FROM "Submission" WHERE "foldedText" LIKE ${containing(word)}
      UNION ALL SELECT 1 FROM "Place" WHERE "foldedWords" LIKE ${containing(word)}
      LIMIT ${limit + 1}) each`,
  );
  const rows = await db.$queryRaw<{ word: string; cases: bigint }[]>(Prisma.join(counts, ' UNION ALL '));
  return new Map(rows.map(({ word, cases }) => [word, Number(cases)]));
}

function having(word: string): Prisma.Sql {
  const pattern = containing(word);
  return sql`(s."foldedText" LIKE ${pattern} OR EXISTS (
    SELECT 1 FROM "Place" p WHERE p."submissionId" = s."id" AND p."foldedWords" LIKE ${pattern}))`;
}

/** Words hold letters and digits alone: nothing in them is a pattern of its own. */
export function containing(word: string): string {
  return `%${word}%`;
}
