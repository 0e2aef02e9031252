import { Prisma } from '#lib/generated/prisma/client.ts';
import { containing, SHORTEST_WORD, searchWords } from '../search-words.ts';
import { expectedRows, fewEnough } from './expected-rows.ts';

const { sql } = Prisma;

/** About what a page shows: only to choose a way by. */
const PAGE = 25;

/** No more cases of a list are read in its order to fill a page. */
const MOST_READ = 3000;
/** Where matches lie even, so many pages' worth of them is ample. */
const AMPLE = 8;

/**
 * How a search joins the statement of a list: a common table expression, when there is one, a condition on `s`, and of
 * how many cases in the order of the list it is asked, when not of all.
 */
export type Search = { found: Prisma.Sql | null; where: Prisma.Sql; most: number | null };

/**
 * Cases in whose text or place every word of the search stands, whatever its accents: the ways to find a page of them,
 * to be tried in turn until one fills it. The rarest word is looked up in the index and the others only narrow that
 * down. When all are common, a page is met soon by reading in order; if it is not, because they do not stand together or
 * did so long ago, the rarest is looked up after all, unless the list was short and has been read to its end. None when
 * no word is long enough to look for. The person who reported is never searched here.
 */
export async function planSearch(typed: string, isShort: boolean): Promise<Search[]> {
  const words = searchWords(typed);
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  if (long.length === 0) return [];
  const { all, expected, inPlaces } = await expectedCases(long);
  const few = fewEnough(all, PAGE);
  const least = Math.min(...expected);
  const rarest = long[expected.indexOf(least)] ?? '';
  const has = (word: string) => having(word, (inPlaces.get(word) ?? Number.POSITIVE_INFINITY) <= few);
  const found = sql`SELECT "id" FROM "Submission" WHERE "foldedText" LIKE ${containing(rarest)}
    UNION SELECT "submissionId" FROM "Place" WHERE "foldedWords" LIKE ${containing(rarest)}`;
  const others = words.filter((word) => word !== rarest).map(has);
  const among = sql`s."id" = ANY(ARRAY(SELECT "id" FROM found))`;
  const lookUp = { found, where: Prisma.join([among, ...others], ' AND '), most: null };
  if (least <= few) return [lookUp];
  const inOrder = { found: null, where: Prisma.join(words.map(has), ' AND ') };
  if (isShort) return [{ ...inOrder, most: null }];
  const most = Math.min(MOST_READ, Math.ceil((AMPLE * PAGE * all) / least));
  return [{ ...inOrder, most }, lookUp];
}

type Expected = { all: number; expected: number[]; inPlaces: Map<string, number> };

/** How many cases have each word, about, and how many of those in their place; only to choose how to look. */
async function expectedCases(words: string[]): Promise<Expected> {
  const [texts, places] = [
    words.map((word) => sql`SELECT FROM "Submission" WHERE "foldedText" LIKE ${containing(word)}`),
    words.map((word) => sql`SELECT FROM "Place" WHERE "foldedWords" LIKE ${containing(word)}`),
  ];
  const [all = 0, ...rows] = await expectedRows([sql`SELECT FROM "Submission"`, ...texts, ...places]);
  const ofPlace = (index: number) => rows[words.length + index] ?? 0;
  return {
    all,
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
