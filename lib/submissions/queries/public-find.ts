import type { Actor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import type { PublicPage } from '../dto.ts';
import { type Cursor, type ListFilter, momentsOf, SHORTEST_SEARCH } from '../list-filter.ts';
import { containing } from '../search-words.ts';
import { expectedRows } from './expected-rows.ts';
import { inArea, narrowed } from './map-sql.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;

/** A word that more cases have is not looked up: the list is read in its order until a page is full. */
const RARE = 2000;
/** So many cases are read in order before the index of words is asked after all. */
const MOST_READ = 3000;
/** Points of an area that are few enough to be put into order one and all. */
const FEW_POINTS = 10_000;

/** Which page of a list: its filter, who looks, from where on and in which direction, and how many rows. */
export type Sought = {
  actor: Actor;
  filter: ListFilter;
  cursor: Cursor | null;
  backwards: boolean;
  take: number;
};
export type Counted = Pick<PublicPage, 'count' | 'unplaced'>;

/** The cases of a page in the order they were read in, and how many there are. */
type Found = { ids: string[]; counted: Counted };

/**
 * Cases that have all the words. What is rare comes from the index of words, counted to the last one. What is common is
 * met soon enough by reading from the newest on, and only said to be more than so many. Days and areas narrow the common
 * so much that it is looked up like the rare.
 */
export async function findWords(sought: Sought, words: readonly string[]): Promise<Found> {
  const long = words.filter((word) => word.length >= SHORTEST_SEARCH);
  const expected = await expectedRows(
    RARE + 1,
    long.map((word) => sql`SELECT FROM "Submission" WHERE "searchText" LIKE ${containing(word)}`),
  );
  const least = Math.min(...expected);
  const { from, to, bbox } = sought.filter;
  if (least > RARE && !from && !to && !bbox) {
    const common = await readInOrder(sought, words);
    if (common) return common;
  }
  return lookUp(sought, words, long[expected.indexOf(least)] ?? '');
}

async function readInOrder(sought: Sought, words: readonly string[]): Promise<Found | null> {
  const fits = Prisma.join(
    words.map((word) => sql`"searchText" LIKE ${containing(word)}`),
    ' AND ',
  );
  const [rows, { read, fitting }] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM (${inOrder(sought)}) s WHERE ${fits} ${ordered(sought)} LIMIT ${sought.take}`,
    tally({ ...sought, cursor: null, backwards: false }, fits),
  ]);
  const isShort = rows.length < sought.take;
  if (isShort && (await tally(sought, fits)).read === MOST_READ) return null;
  const met = Math.max(fitting, rows.length);
  const count =
    read < MOST_READ
      ? { shown: fitting, more: false }
      : { shown: Math.floor((met - 1) / 10) * 10, more: true };
  return { ids: rows.map(({ id }) => id), counted: { count, unplaced: null } };
}

/** Cases in the order of the list, as many as are read at most. */
function inOrder(sought: Sought): Prisma.Sql {
  return sql`SELECT s."id", s."changedAt", s."searchText" FROM "Submission" s
    WHERE ${conditions(sought)} AND ${beyond(sought)} ${ordered(sought)} LIMIT ${MOST_READ}`;
}

async function tally(sought: Sought, fits: Prisma.Sql): Promise<{ read: number; fitting: number }> {
  const rows = await db.$queryRaw<{ read: number; fitting: number }[]>`
    SELECT count(*)::integer AS "read", count(*) FILTER (WHERE ${fits})::integer AS "fitting"
    FROM (${inOrder(sought)}) s`;
  return rows[0] ?? { read: 0, fitting: 0 };
}

/** The others only narrow what the rarest has found, and are kept from the index: it would read all of each. */
async function lookUp(sought: Sought, words: readonly string[], rarest: string): Promise<Found> {
  const others = words.filter((word) => word !== rarest);
  const wanted = [
    sql`s."searchText" LIKE ${containing(rarest)}`,
    ...others.map((word) => sql`strpos(s."searchText", ${word}) > 0`),
    conditions(sought),
  ];
  const rows = await db.$queryRaw<{ ids: string[]; all: number; unplaced: number }[]>`
    WITH found AS MATERIALIZED (
      SELECT s."id", s."changedAt" FROM "Submission" s WHERE ${Prisma.join(wanted, ' AND ')})
    SELECT ARRAY(SELECT s."id" FROM found s WHERE ${beyond(sought)} ${ordered(sought)} LIMIT ${sought.take}) AS "ids",
      (SELECT count(*)::integer FROM found) AS "all",
      (SELECT count(*)::integer FROM found JOIN "MapPoint" p ON p."submissionId" = found."id" WHERE p."x" IS NULL)
        AS "unplaced"`;
  const { ids, all, unplaced } = rows[0] ?? { ids: [], all: 0, unplaced: 0 };
  return { ids, counted: { count: { shown: all, more: false }, unplaced } };
}

/**
 * Cases received in some days. No index has them by their days and in the order of their last change at once; but a
 * page of each month is enough to make a page of them all.
 */
export async function findDays(sought: Sought): Promise<string[]> {
  const { bbox } = sought.filter;
  if (bbox) {
    const [points = 0] = await expectedRows(FEW_POINTS, [
      sql`SELECT FROM "MapPoint" p WHERE ${inArea(bbox)}`,
    ]);
    if (points < FEW_POINTS) return findNear(sought, bbox);
  }
  const rows = await db.$queryRaw<{ id: string }[]>(daysSql(sought));
  return rows.map(({ id }) => id);
}

export function daysSql(sought: Sought): Prisma.Sql {
  const { since = null, before = null } = momentsOf(sought.filter);
  return sql`
    SELECT s."id" FROM generate_series(
        date_trunc('month', greatest(${since}::timestamptz, (SELECT min("receivedAt") FROM "Submission")) AT TIME ZONE 'UTC'),
        least(${before}::timestamptz, (SELECT max("receivedAt") FROM "Submission")) AT TIME ZONE 'UTC',
        '1 month') AS each("month")
      CROSS JOIN LATERAL (
        SELECT s."id", s."changedAt" FROM "Submission" s
        WHERE date_trunc('month', s."receivedAt" AT TIME ZONE 'UTC') = each."month"
          AND ${conditions(sought)} AND ${beyond(sought)} ${ordered(sought)} LIMIT ${sought.take}) s
    ${ordered(sought)} LIMIT ${sought.take}`;
}

async function findNear(sought: Sought, bbox: NonNullable<ListFilter['bbox']>): Promise<string[]> {
  const { bbox: _, ...filter } = sought.filter;
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH near AS MATERIALIZED (SELECT p."submissionId" FROM "MapPoint" p WHERE ${inArea(bbox)})
    SELECT s."id" FROM near JOIN "Submission" s ON s."id" = near."submissionId"
    WHERE ${conditions({ ...sought, filter })} AND ${beyond(sought)} ${ordered(sought)} LIMIT ${sought.take}`;
  return rows.map(({ id }) => id);
}

/** What is public of what the actor may see and the filter lets through, besides words: `s` is the submission. */
function conditions({ actor, filter }: Pick<Sought, 'actor' | 'filter'>): Prisma.Sql {
  const { bbox, ...rest } = filter;
  const all = [scopeSql(scope(actor, 'case.read')), sql`s."kind" <> 'QUESTION'`, ...narrowed(sql`s`, rest)];
  if (bbox) {
    all.push(sql`EXISTS (SELECT FROM "MapPoint" p WHERE p."submissionId" = s."id" AND ${inArea(bbox)})`);
  }
  return Prisma.join(all, ' AND ');
}

function ordered({ backwards }: Pick<Sought, 'backwards'>): Prisma.Sql {
  return backwards
    ? sql`ORDER BY s."changedAt" ASC, s."id" ASC`
    : sql`ORDER BY s."changedAt" DESC, s."id" DESC`;
}

function beyond({ cursor, backwards }: Pick<Sought, 'cursor' | 'backwards'>): Prisma.Sql {
  if (!cursor) return sql`TRUE`;
  const sign = backwards ? sql`>` : sql`<`;
  return sql`(s."changedAt", s."id") ${sign} (${cursor.at}, ${cursor.id}::uuid)`;
}
