import { Prisma } from '#lib/generated/prisma/client.ts';
import { type ListFilter, momentsOf, readSearch, statusesOf } from '../list-filter.ts';
import { type Bbox, cellsIn, type GridBox, gridBox, shiftOf, stripsIn, wholeCells } from '../map-grid.ts';
import { containing } from '../search-words.ts';
import { isOpen, OPEN_STATUSES, type Status } from '../words.ts';

const { sql } = Prisma;

const MOST_COLUMNS = 200;

/** What a filter narrows by, besides the area. */
export type CellFilter = Omit<ListFilter, 'bbox'>;

/**
 * Cells that are kept, and what is noted for them but not folded in yet: together exact at every moment. Notes are read
 * by their key, because after a storm their table is large and nearly empty.
 */
export function keptCellsSql(keys: string[], box: GridBox, level: number): Prisma.Sql {
  const shift = shiftOf(level);
  const { west, north, east, south } = cellsIn(box, level);
  const whole = wholeCells(box, level);
  const columns = Array.from({ length: Math.min(east - west + 1, MOST_COLUMNS) }, (_, index) => west + index);
  const inColumns =
    columns.length < MOST_COLUMNS ? sql`"x" = ANY(${columns})` : sql`"x" BETWEEN ${west} AND ${east}`;
  return sql`
    SELECT "x", "y", sum(n)::integer AS "count", sum(sx)::float8 AS "sumX", sum(sy)::float8 AS "sumY",
      sum(sn)::text AS "number"
    FROM (
      SELECT "x", "y", "count" AS n, "sumX" AS sx, "sumY" AS sy, "sumNumber" AS sn FROM "MapCell"
      WHERE "level" = ${level} AND "key" = ANY(${keys}) AND ${inColumns} AND "y" BETWEEN ${north} AND ${south}
      UNION ALL
      SELECT "x" >> ${shift}::integer, "y" >> ${shift}::integer, "sign", "sign" * "x"::bigint,
        "sign" * "y"::bigint, "sign" * "number" FROM "MapDelta"
      WHERE "id" > 0 AND "keys" && ${keys}::text[] AND ${inBox(sql`"MapDelta"`, whole)}
    ) each
    GROUP BY 1, 2 HAVING sum(n) > 0`;
}

export function keptTotalsSql(keys: string[]): Prisma.Sql {
  return sql`
    SELECT coalesce(sum(n) FILTER (WHERE placed), 0)::integer AS "placed",
      coalesce(sum(n) FILTER (WHERE NOT placed), 0)::integer AS "unplaced"
    FROM (
      SELECT "x" >= 0 AS placed, "count" AS n FROM "MapCell" WHERE "level" = 0 AND "key" = ANY(${keys})
      UNION ALL
      SELECT "x" IS NOT NULL, "sign" FROM "MapDelta" WHERE "id" > 0 AND "keys" && ${keys}::text[]
    ) each`;
}

/** The points of an area that the filter lets through, in cells of any level. */
export function countedCellsSql(filter: CellFilter, box: GridBox, level: number): Prisma.Sql {
  const { from, where } = conditions(filter);
  const shift = shiftOf(level);
  return sql`
    SELECT p."x" >> ${shift}::integer AS "x", p."y" >> ${shift}::integer AS "y", count(*)::integer AS "count",
      sum(p."x")::float8 AS "sumX", sum(p."y")::float8 AS "sumY", sum(p."number")::text AS "number"
    FROM ${from} WHERE ${inStrips(box)} ${inBox(sql`p`, box)} AND ${where}
    GROUP BY 1, 2`;
}

export function unplacedSql(filter: CellFilter): Prisma.Sql {
  const { from, where } = conditions(filter);
  return sql`SELECT count(*)::integer AS "count" FROM ${from} WHERE ${unplaced(filter)} AND ${where}`;
}

/** How many the filter lets through, in an area or everywhere, and how many of them have no place; up to a limit. */
export function countUpToSql(limit: number, filter: CellFilter, box: GridBox | null): Prisma.Sql {
  const { from, where } = conditions(filter);
  const upTo = (which: Prisma.Sql) =>
    sql`(SELECT count(*)::integer FROM (SELECT FROM ${from} WHERE ${which} AND ${where} LIMIT ${limit}) one)`;
  // What has no place is in no area.
  return box
    ? sql`SELECT ${upTo(sql`${inStrips(box)} ${inBox(sql`p`, box)}`)} AS "all", 0 AS "unplaced"`
    : sql`SELECT ${upTo(sql`TRUE`)} AS "all", ${upTo(unplaced(filter))} AS "unplaced"`;
}

/** That a point has no place; of a category said so that its index, which begins with the strips, has them together. */
function unplaced({ category }: CellFilter): Prisma.Sql {
  return category.length > 0 ? sql`p."x" IS NULL AND p."strip" IS NULL` : sql`p."x" IS NULL`;
}

function inStrips(box: GridBox): Prisma.Sql {
  const strips = stripsIn(box);
  return strips ? sql`p."strip" = ANY(${strips}) AND` : Prisma.empty;
}

function inBox(table: Prisma.Sql, { west, north, east, south }: GridBox): Prisma.Sql {
  return sql`${table}."x" BETWEEN ${west} AND ${east} AND ${table}."y" BETWEEN ${north} AND ${south}`;
}

/** The list's filter, said of points; the cases themselves are only asked for what is written in them. */
function conditions(filter: CellFilter): { from: Prisma.Sql; where: Prisma.Sql } {
  const search = filter.q ? searching(filter.q) : [];
  const all = [...narrowed(sql`p`, filter), ...search];
  const from =
    search.length > 0
      ? sql`"MapPoint" p JOIN "Submission" s ON s."id" = p."submissionId"`
      : sql`"MapPoint" p`;
  return { from, where: all.length > 0 ? Prisma.join(all, ' AND ') : sql`true` };
}

/** What the filter narrows by besides area and words, of points or of cases: these columns they have alike. */
export function narrowed(of: Prisma.Sql, filter: CellFilter): Prisma.Sql[] {
  const statuses = statusesOf(filter);
  const { since, before } = momentsOf(filter);
  return [
    ...(filter.kind.length > 0 ? [sql`${of}."kind" = ANY(${filter.kind}::"Kind"[])`] : []),
    ...(statuses.length > 0 ? statusIn(of, statuses) : []),
    ...(filter.category.length > 0 ? [sql`${of}."categoryCode" = ANY(${filter.category})`] : []),
    ...(filter.department.length > 0 ? [sql`${of}."departmentCode" = ANY(${filter.department})`] : []),
    ...(filter.district.length > 0 ? [sql`${of}."districtNumber" = ANY(${filter.district})`] : []),
    ...(since ? [sql`${of}."receivedAt" >= ${since}`] : []),
    ...(before ? [sql`${of}."receivedAt" < ${before}`] : []),
  ];
}

/** Said in the words of the indexes that hold open cases alone, where only those are wanted. */
function statusIn(of: Prisma.Sql, statuses: readonly Status[]): Prisma.Sql[] {
  const open = sql`${of}."status" NOT IN ('RESOLVED', 'CLOSED')`;
  const each = sql`${of}."status" = ANY(${[...statuses]}::"Status"[])`;
  if (!statuses.every(isOpen)) return [each];
  return statuses.length === OPEN_STATUSES.length ? [open] : [each, open];
}

/** That a point, `p`, lies in an area. */
export function inArea(bbox: Bbox): Prisma.Sql {
  const box = gridBox(bbox);
  return sql`${inStrips(box)} ${inBox(sql`p`, box)}`;
}

/** The same without the strips, of which the planner does not know that columns say as much: to be estimated by. */
export function spannedBy(bbox: Bbox): Prisma.Sql {
  return inBox(sql`p`, gridBox(bbox));
}

function searching(typed: string): Prisma.Sql[] {
  const search = readSearch(typed);
  if (!search) return [sql`false`];
  if ('reference' in search) return [sql`s."reference" = ${search.reference}`];
  return search.words.map((word) => sql`s."searchText" LIKE ${containing(word)}`);
}
