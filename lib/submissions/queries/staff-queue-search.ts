import { Prisma } from '#lib/generated/prisma/client.ts';
import { containing, SHORTEST_WORD, searchWords } from '../search-words.ts';
import { expectedRows, fewEnough } from './expected-rows.ts';

const { sql } = Prisma;

/** About what a page shows: only to choose a way by. */
const PAGE = 25;

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
  const { few, expected, inPlaces } = await expectedCases(long);
  const least = Math.min(...expected);
  const isRare = least <= few;
  const rarest = long[expected.indexOf(least)] ?? '';
  const rest = words.filter((word) => !isRare || word !== rarest);
  const conditions = rest.map((word) =>
    having(word, (inPlaces.get(word) ?? Number.POSITIVE_INFINITY) <= few),
  );
  if (!isRare) return { found: null, where: Prisma.join(conditions, ' AND ') };
  return {
    found: sql`SELECT "id" FROM "Submission" WHERE "foldedText" LIKE ${containing(rarest)}
      UNION SELECT "submissionId" FROM "Place" WHERE "foldedWords" LIKE ${containing(rarest)}`,
    where: Prisma.join([sql`s."id" = ANY(ARRAY(SELECT "id" FROM found))`, ...conditions], ' AND '),
  };
}

type Expected = { few: number; expected: number[]; inPlaces: Map<string, number> };

/** How many cases have each word, about, and how many of those in their place; only to choose how to look. */
async function expectedCases(words: string[]): Promise<Expected> {
  const [texts, places] = [
    words.map((word) => sql`SELECT FROM "Submission" WHERE "foldedText" LIKE ${containing(word)}`),
    words.map((word) => sql`SELECT FROM "Place" WHERE "foldedWords" LIKE ${containing(word)}`),
  ];
  const [all = 0, ...rows] = await expectedRows([sql`SELECT FROM "Submission"`, ...texts, ...places]);
  const ofPlace = (index: number) => rows[words.length + index] ?? 0;
  return {
    few: fewEnough(all, PAGE),
    expected: words.map((_, index) => (rows[index] ?? 0) + ofPlace(index)),
    inPlaces: new Map(words.map((word, index) => [word, ofPlace(index)])),
  };
}

/** Where few places have the word they are found once and for all, else case by case. */
function having(word: string, fewPlaces: boolean): Prisma.Sql {
  const pattern = containing(word);
  const placed = fewPlaces
    ? sql`s."id" IN (SELECT "submissionId" FROM "Place" WHERE "foldedWords" LIKE ${pattern})`
    : sql`EXISTS (SELECT 1 FROM "Place" p WHERE p."submissionId" = s."id" AND p."foldedWords" LIKE ${pattern})`;
  return sql`(s."foldedText" LIKE ${pattern} OR ${placed})`;
}
