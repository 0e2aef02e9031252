import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { type ListFilter, momentsOf, readSearch, statusesOf } from '../list-filter.ts';
import { type Cell, cellsIn, type GridBox, shiftOf, stripsIn, wholeCells } from '../map-grid.ts';

// Two ways to count points: in cells that are kept (as quick with a million cases as with ten thousand), or point by
// point (exact to the edge of the area, and for any filter).

const { sql } = Prisma;

/** The levels that are kept; the migration `map` names them too. */
export const COARSEST_LEVEL = 12;
export const FINEST_LEVEL = 17;
const MOST_COLUMNS = 200;

/** What a filter narrows by: nothing or one thing has cells of its own. */
export type CellFilter = Omit<ListFilter, 'bbox'>;

/** The keys of the cells that add up to what the filter wants; null when no cells are kept for it. */
export function keysOf(filter: CellFilter): string[] | null {
  if (filter.q || filter.from || filter.to) return null;
  const facets = [
    filter.kind.map((kind) => `kind:${kind}`),
    statusesOf(filter).map((status) => `status:${status}`),
    filter.category.map((code) => `category:${code}`),
    filter.department.map((code) => `department:${code}`),
    filter.district.map((number) => `district:${number}`),
  ].filter((keys) => keys.length > 0);
  if (facets.length > 1) return null;
  return facets[0] ? [...new Set(facets[0])] : ['all'];
}

/** Cells that are kept, and what is noted for them but not folded in yet: together exact at every moment. */
export async function keptCells(keys: string[], box: GridBox, level: number): Promise<Cell[]> {
  const shift = shiftOf(level);
  const { west, north, east, south } = cellsIn(box, level);
  const whole = wholeCells(box, level);
  const columns = Array.from({ length: Math.min(east - west + 1, MOST_COLUMNS) }, (_, index) => west + index);
  const inColumns =
    columns.length < MOST_COLUMNS ? sql`"x" = ANY(${columns})` : sql`"x" BETWEEN ${west} AND ${east}`;
  return db.$queryRaw<Cell[]>`
    SELECT "x", "y", sum(n)::integer AS "count", sum(sx)::float8 AS "sumX", sum(sy)::float8 AS "sumY",
      sum(sn)::text AS "number"
    FROM (
      SELECT "x", "y", "count" AS n, "sumX" AS sx, "sumY" AS sy, "sumNumber" AS sn FROM "MapCell"
      WHERE "level" = ${level} AND "key" = ANY(${keys}) AND ${inColumns} AND "y" BETWEEN ${north} AND ${south}
      UNION ALL
      SELECT "x" >> ${shift}::integer, "y" >> ${shift}::integer, "sign", "sign" * "x"::bigint,
        "sign" * "y"::bigint, "sign" * "number" FROM "MapDelta"
      WHERE "keys" && ${keys}::text[] AND ${inBox(sql`"MapDelta"`, whole)}
    ) each
    GROUP BY 1, 2 HAVING sum(n) > 0`;
}

/** Point by point: the points of the area that the filter lets through, in cells of any level. */
export async function countedCells(filter: CellFilter, box: GridBox, level: number): Promise<Cell[]> {
  const { from, where } = conditions(filter);
  const shift = shiftOf(level);
  const strips = stripsIn(box);
  const inStrips = strips ? sql`p."strip" = ANY(${strips}) AND` : Prisma.empty;
  return db.$queryRaw<Cell[]>`
    SELECT p."x" >> ${shift}::integer AS "x", p."y" >> ${shift}::integer AS "y", count(*)::integer AS "count",
      sum(p."x")::float8 AS "sumX", sum(p."y")::float8 AS "sumY", sum(p."number")::text AS "number"
    FROM ${from} WHERE ${inStrips} ${inBox(sql`p`, box)} AND ${where}
    GROUP BY 1, 2`;
}

/** How many the filter lets through: with a place on the map, and without. */
export type Totals = { placed: number; unplaced: number };

export async function keptTotals(keys: string[]): Promise<Totals> {
  const rows = await db.$queryRaw<Totals[]>`
    SELECT coalesce(sum(n) FILTER (WHERE placed), 0)::integer AS "placed",
      coalesce(sum(n) FILTER (WHERE NOT placed), 0)::integer AS "unplaced"
    FROM (
      SELECT "x" >= 0 AS placed, "count" AS n FROM "MapCell" WHERE "level" = 0 AND "key" = ANY(${keys})
      UNION ALL
      SELECT "x" IS NOT NULL, "sign" FROM "MapDelta" WHERE "keys" && ${keys}::text[]
    ) each`;
  return rows[0] ?? { placed: 0, unplaced: 0 };
}

export async function countUnplaced(filter: CellFilter): Promise<number> {
  const { from, where } = conditions(filter);
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM ${from} WHERE p."strip" IS NULL AND ${where}`;
  return rows[0]?.count ?? 0;
}

function inBox(table: Prisma.Sql, { west, north, east, south }: GridBox): Prisma.Sql {
  return sql`${table}."x" BETWEEN ${west} AND ${east} AND ${table}."y" BETWEEN ${north} AND ${south}`;
}

/** The list's filter, said of points; the cases themselves are only asked for what is written in them. */
function conditions(filter: CellFilter): { from: Prisma.Sql; where: Prisma.Sql } {
  const statuses = statusesOf(filter);
  const { since, before } = momentsOf(filter);
  const search = filter.q ? searching(filter.q) : [];
  const all = [
    ...(filter.kind.length > 0 ? [sql`p."kind" = ANY(${filter.kind}::"Kind"[])`] : []),
    ...(statuses.length > 0 ? [sql`p."status" = ANY(${statuses}::"Status"[])`] : []),
    ...(filter.category.length > 0 ? [sql`p."categoryCode" = ANY(${filter.category})`] : []),
    ...(filter.department.length > 0 ? [sql`p."departmentCode" = ANY(${filter.department})`] : []),
    ...(filter.district.length > 0 ? [sql`p."districtNumber" = ANY(${filter.district})`] : []),
    ...(since ? [sql`p."receivedAt" >= ${since}`] : []),
    ...(before ? [sql`p."receivedAt" < ${before}`] : []),
    ...search,
  ];
  const from =
    search.length > 0
      ? sql`"MapPoint" p JOIN "Submission" s ON s."id" = p."submissionId"`
      : sql`"MapPoint" p`;
  return { from, where: all.length > 0 ? Prisma.join(all, ' AND ') : sql`true` };
}

function searching(typed: string): Prisma.Sql[] {
  const search = readSearch(typed);
  if (!search) return [sql`false`];
  if ('reference' in search) return [sql`s."reference" = ${search.reference}`];
  return search.words.map((word) => sql`s."searchText" LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
}
