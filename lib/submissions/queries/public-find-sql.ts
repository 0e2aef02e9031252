import type { Actor } from '#lib/access/actor.ts';
import { scope } from '#lib/access/scope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { type Cursor, type ListFilter, momentsOf } from '../list-filter.ts';
import type { Bbox } from '../map-grid.ts';
import { inArea, narrowed } from './map-sql.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;

/** Whatever has a district stands in the middle of it at least, until it is withdrawn: only the others are looked up. */
const MAYBE_UNPLACED = sql`(s."districtNumber" IS NULL OR s."outcome" = 'WITHDRAWN')`;

/** Which page of a list: its filter, who looks, from where on and in which direction, and how many rows. */
export type Sought = {
  actor: Actor;
  filter: ListFilter;
  cursor: Cursor | null;
  backwards: boolean;
  take: number;
};

/** Cases in the order of the list, so many at most. Area and words are not asked yet. */
export function inOrderSql(sought: Sought, most: number): Prisma.Sql {
  return sql`SELECT s."id", s."changedAt", s."searchText" FROM "Submission" s
    WHERE ${conditions(sought)} AND ${beyond(sought)} ${ordered(sought)} LIMIT ${most}`;
}

/** The page of those of them that fit. */
export function fittingSql(sought: Sought, fits: Prisma.Sql, most: number): Prisma.Sql {
  return sql`SELECT s."id" FROM (${inOrderSql(sought, most)}) s
    WHERE ${fits} ${ordered(sought)} LIMIT ${sought.take}`;
}

/** Cases by what an index finds first; the other conditions only narrow that, and are kept from their indexes. */
export function lookUpSql(sought: Sought, first: Prisma.Sql, others: readonly Prisma.Sql[]): Prisma.Sql {
  const { bbox } = sought.filter;
  const area = bbox ? [hasPoint(bbox)] : [];
  const where = Prisma.join([first, ...others, conditions(sought), ...area], ' AND ');
  return pageSql(
    sought,
    sql`found AS MATERIALIZED (SELECT s."id", s."changedAt", ${MAYBE_UNPLACED} AS "adrift" FROM "Submission" s WHERE ${where})`,
  );
}

/** Cases by where their points lie; a point is kept with what the filter narrows by. */
export function inAreaSql(sought: Sought, bbox: Bbox, fits: readonly Prisma.Sql[]): Prisma.Sql {
  const { bbox: _, ...rest } = sought.filter;
  const points = Prisma.join([inArea(bbox), ...narrowed(sql`p`, rest)], ' AND ');
  const where = Prisma.join([...fits, ...visible(sought)], ' AND ');
  return pageSql(
    sought,
    sql`near AS MATERIALIZED (SELECT p."submissionId" FROM "MapPoint" p WHERE ${points}),
    found AS MATERIALIZED (
      SELECT s."id", s."changedAt" FROM "Submission" s
      WHERE s."id" = ANY(ARRAY(SELECT "submissionId" FROM near)) AND ${where})`,
  );
}

/** The page of what was found, how many that is, and how many of them have no place: in an area, none. */
function pageSql(sought: Sought, found: Prisma.Sql): Prisma.Sql {
  const unplaced = sql`SELECT count(*)::integer FROM "MapPoint" p
    WHERE p."submissionId" = ANY(ARRAY(SELECT "id" FROM found WHERE "adrift")) AND p."x" IS NULL`;
  return sql`
    WITH ${found}
    SELECT ARRAY(SELECT s."id" FROM found s WHERE ${beyond(sought)} ${ordered(sought)} LIMIT ${sought.take}) AS "ids",
      (SELECT count(*)::integer FROM found) AS "all", ${sought.filter.bbox ? sql`0` : sql`(${unplaced})`} AS "unplaced"`;
}

/**
 * Cases received in some days. No index has them by their days and in the order of their last change at once; but a
 * page of each month is enough to make a page of them all.
 */
export function daysSql(sought: Sought): Prisma.Sql {
  const { bbox } = sought.filter;
  const { since = null, before = null } = momentsOf(sought.filter);
  // In the order of the index first, and only then in the area: else the planner would ask all of a month where it is.
  const ofMonth = sql`SELECT s."id", s."changedAt" FROM "Submission" s
    WHERE date_trunc('month', s."receivedAt" AT TIME ZONE 'UTC') = each."month"
      AND ${conditions(sought)} AND ${beyond(sought)} ${ordered(sought)}`;
  const inside = bbox ? sql`SELECT s.* FROM (${ofMonth}) s WHERE ${hasPoint(bbox)}` : ofMonth;
  return sql`
    SELECT s."id" FROM generate_series(
        date_trunc('month', greatest(${since}::timestamptz, (SELECT min("receivedAt") FROM "Submission")) AT TIME ZONE 'UTC'),
        least(${before}::timestamptz, (SELECT max("receivedAt") FROM "Submission")) AT TIME ZONE 'UTC',
        '1 month') AS each("month")
      CROSS JOIN LATERAL (${inside} LIMIT ${sought.take}) s
    ${ordered(sought)} LIMIT ${sought.take}`;
}

/** That the case, `s`, stands in an area for everybody to see; asked of one case at a time, however many lie there. */
export function hasPoint(bbox: Bbox): Prisma.Sql {
  return sql`(SELECT ${inArea(bbox)} FROM "MapPoint" p WHERE p."submissionId" = s."id")`;
}

/** What is public of what the actor may see and the filter lets through, besides area and words. */
function conditions(sought: Sought): Prisma.Sql {
  const { bbox: _, ...rest } = sought.filter;
  return Prisma.join([...visible(sought), ...narrowed(sql`s`, rest)], ' AND ');
}

function visible({ actor }: Sought): Prisma.Sql[] {
  return [scopeSql(scope(actor, 'case.read')), sql`s."kind" <> 'QUESTION'`];
}

function ordered({ backwards }: Sought): Prisma.Sql {
  return backwards
    ? sql`ORDER BY s."changedAt" ASC, s."id" ASC`
    : sql`ORDER BY s."changedAt" DESC, s."id" DESC`;
}

function beyond({ cursor, backwards }: Sought): Prisma.Sql {
  if (!cursor) return sql`TRUE`;
  const sign = backwards ? sql`>` : sql`<`;
  return sql`(s."changedAt", s."id") ${sign} (${cursor.at}, ${cursor.id}::uuid)`;
}
