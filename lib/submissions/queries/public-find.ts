import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { type ListFilter, type readSearch, SHORTEST_SEARCH } from '../list-filter.ts';
import type { Bbox } from '../map-grid.ts';
import { containing, tellingPart } from '../search-words.ts';
import { expectedRows, fewEnough } from './expected-rows.ts';
import { narrowed, spannedBy } from './map-sql.ts';
import { type Counted, countOf } from './public-count.ts';
import {
  daysSql,
  fittingSql,
  hasPoint,
  inAreaSql,
  inOrderSql,
  lookUpSql,
  type Sought,
} from './public-find-sql.ts';

const { sql } = Prisma;

/** An area with no more points is looked up by them. */
const FEW_POINTS = 2000;
/** So many cases are read in order, where that should fill a page; if it does not, an index is asked after all. */
const MOST_READ = 3000;

/** The cases of a page in the order they were read in, and how many there are. */
export type Found = { ids: string[]; counted: Counted };

const isDated = ({ from, to }: ListFilter) => from !== undefined || to !== undefined;

const NOTHING: Found = { ids: [], counted: { count: { shown: 0, more: false }, unplaced: 0 } };

/** A number names one case, words many; what is neither finds nothing. */
export async function findTyped(sought: Sought, search: ReturnType<typeof readSearch>): Promise<Found> {
  if (!search) return NOTHING;
  if ('words' in search) return findWords(sought, search.words);
  return foundBy(lookUpSql(sought, sql`s."reference" = ${search.reference}`, []));
}

/**
 * Cases that have all the words. What is rare, by word or by area, comes from an index, counted to the last one. What is
 * so common that it is met soon enough by reading from the newest on is only said to be more than so many. Days are not
 * in that order: with them, the common is looked up like the rare.
 */
async function findWords(sought: Sought, words: readonly string[]): Promise<Found> {
  const { filter } = sought;
  const { bbox } = filter;
  const long = words.filter((word) => word.length >= SHORTEST_SEARCH);
  const [all = 0, ...expected] = await expectedRows([
    sql`SELECT FROM "Submission"`,
    ...long.map(
      (word) => sql`SELECT FROM "Submission" WHERE "searchText" LIKE ${containing(tellingPart(word))}`,
    ),
    ...(bbox ? [pointsOf(filter, bbox)] : []),
  ]);
  const each = expected.slice(0, long.length);
  const inArea = expected[long.length] ?? 0;
  const least = Math.min(...each);
  const fits = words.map((word) => sql`s."searchText" LIKE ${containing(word)}`);
  if (bbox && inArea < least) return foundBy(inAreaSql(sought, bbox, fits));
  const fillsPage = least * MOST_READ > all * sought.take;
  const isRare = least <= fewEnough(all, sought.take);
  if (!isRare && fillsPage && !isDated(filter)) {
    const met = await meet(sought, fits);
    if (met) return met;
  }
  const rarest = long[each.indexOf(least)] ?? '';
  const first = isRare ? tellingPart(rarest) : rarest;
  const others = words
    .filter((word) => word !== first)
    .map((word) => sql`strpos(s."searchText", ${word}) > 0`);
  return foundBy(lookUpSql(sought, sql`s."searchText" LIKE ${containing(first)}`, others));
}

/** Cases of an area: by their points where those are few, else as they are met in the order of the list. */
export async function findArea(sought: Sought, bbox: Bbox): Promise<Found> {
  const [points = 0] = await expectedRows([pointsOf(sought.filter, bbox)]);
  if (points > FEW_POINTS) {
    const [ids, counted] = await Promise.all([
      isDated(sought.filter) ? idsOf(daysSql(sought)) : readInOrder(sought, hasPoint(bbox)),
      countOf(sought.filter),
    ]);
    if (ids) return { ids, counted };
  }
  return foundBy(inAreaSql(sought, bbox, []));
}

/** Cases received in some days. */
export async function findDays(sought: Sought): Promise<Found> {
  const [ids, counted] = await Promise.all([idsOf(daysSql(sought)), countOf(sought.filter)]);
  return { ids, counted };
}

/** The points that area and filter let through; strips and columns say the same and would be taken for two things. */
function pointsOf(filter: ListFilter, bbox: Bbox): Prisma.Sql {
  const all = [spannedBy(bbox), ...narrowed(sql`p`, filter)];
  return sql`SELECT FROM "MapPoint" p WHERE ${Prisma.join(all, ' AND ')}`;
}

/** What is met by reading in order, and how many of the newest fit. */
async function meet(sought: Sought, words: readonly Prisma.Sql[]): Promise<Found | null> {
  const { bbox } = sought.filter;
  const fits = Prisma.join([...words, ...(bbox ? [hasPoint(bbox)] : [])], ' AND ');
  const [ids, { read, fitting }] = await Promise.all([
    readInOrder(sought, fits),
    tally({ ...sought, cursor: null, backwards: false }, fits),
  ]);
  if (!ids) return null;
  // "More than" so many must be true of what there is, and round enough not to be taken for a count.
  const met = Math.max(fitting, ids.length);
  const count =
    read < MOST_READ
      ? { shown: fitting, more: false }
      : { shown: Math.floor((met - 1) / 10) * 10, more: true };
  return { ids, counted: { count, unplaced: bbox ? 0 : null } };
}

/** A page of those that fit; null when so many were read and it is not full. */
async function readInOrder(sought: Sought, fits: Prisma.Sql): Promise<string[] | null> {
  const ids = await idsOf(fittingSql(sought, fits, MOST_READ));
  const isFull = ids.length === sought.take;
  return isFull || (await tally(sought, fits)).read < MOST_READ ? ids : null;
}

async function tally(sought: Sought, fits: Prisma.Sql): Promise<{ read: number; fitting: number }> {
  const rows = await db.$queryRaw<{ read: number; fitting: number }[]>`
    SELECT count(*)::integer AS "read", count(*) FILTER (WHERE ${fits})::integer AS "fitting"
    FROM (${inOrderSql(sought, MOST_READ)}) s`;
  return rows[0] ?? { read: 0, fitting: 0 };
}

async function idsOf(query: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(query);
  return rows.map(({ id }) => id);
}

async function foundBy(query: Prisma.Sql): Promise<Found> {
  const rows = await db.$queryRaw<{ ids: string[]; all: number; unplaced: number }[]>(query);
  const { ids, all, unplaced } = rows[0] ?? { ids: [], all: 0, unplaced: 0 };
  return { ids, counted: { count: { shown: all, more: false }, unplaced } };
}
