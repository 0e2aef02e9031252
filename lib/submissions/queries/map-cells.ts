import { db } from '#lib/platform/db.ts';
import { statusesOf } from '../list-filter.ts';
import type { Cell, GridBox } from '../map-grid.ts';
import {
  type CellFilter,
  countedCellsSql,
  countUpToSql,
  keptCellsSql,
  keptTotalsSql,
  unplacedSql,
} from './map-sql.ts';

// Two ways to count points: in cells that are kept (as quick with a million cases as with ten thousand), or point by
// point (exact to the edge of the area, and for any filter).

/** The levels that are kept; the migration `street_cells` names them too. */
export const COARSEST_LEVEL = 12;
export const FINEST_LEVEL = 18;

/**
 * The keys of the cells that add up to what the filter wants: kind, status and district in any combination, or one of
 * the others alone; null when no cells are kept for it.
 */
export function keysOf(filter: CellFilter): string[] | null {
  if (filter.q || filter.from || filter.to) return null;
  const joined = [
    filter.kind.map((kind) => `kind:${kind}`),
    statusesOf(filter).map((status) => `status:${status}`),
    filter.district.map((number) => `district:${number}`),
  ].filter((keys) => keys.length > 0);
  const alone = [
    filter.category.map((code) => `category:${code}`),
    filter.department.map((code) => `department:${code}`),
  ].filter((keys) => keys.length > 0);
  if (alone.length + joined.length > 1 && alone.length > 0) return null;
  const keys = alone[0] ?? joined.reduce(pairs, []);
  return keys.length > 0 ? [...new Set(keys)] : ['all'];
}

function pairs(some: string[], more: string[]): string[] {
  return some.length === 0 ? more : some.flatMap((one) => more.map((other) => `${one}|${other}`));
}

export async function keptCells(keys: string[], box: GridBox, level: number): Promise<Cell[]> {
  return db.$queryRaw<Cell[]>(keptCellsSql(keys, box, level));
}

export async function countedCells(filter: CellFilter, box: GridBox, level: number): Promise<Cell[]> {
  return db.$queryRaw<Cell[]>(countedCellsSql(filter, box, level));
}

/** How many the filter lets through: with a place on the map, and without. */
export type Totals = { placed: number; unplaced: number };

export async function keptTotals(keys: string[]): Promise<Totals> {
  const rows = await db.$queryRaw<Totals[]>(keptTotalsSql(keys));
  return rows[0] ?? { placed: 0, unplaced: 0 };
}

export async function countUnplaced(filter: CellFilter): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(unplacedSql(filter));
  return rows[0]?.count ?? 0;
}

type CountedUp = { all: number; unplaced: number };

export async function countUpTo(limit: number, filter: CellFilter, box: GridBox | null): Promise<CountedUp> {
  const rows = await db.$queryRaw<CountedUp[]>(countUpToSql(limit, filter, box));
  return rows[0] ?? { all: 0, unplaced: 0 };
}
