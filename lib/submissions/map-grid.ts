/**
 * The square map of the world (Web Mercator) of 2^30 by 2^30 parts, from the north-west; in Kraków a part is about
 * 2.4 cm. A cell of level n is the 2^n-th part of a side. The migration `map` computes the same in SQL.
 */
const WORLD_BITS = 30;
const WORLD = 2 ** WORLD_BITS;
const MOST_NORTH = 85.0511;

/** At every zoom a cell is as large as this many pixels: two clusters beside each other do not touch. */
const CELL_PIXELS_BITS = 6;
const TILE_PIXELS_BITS = 8;
/** Clusters whose middles come closer than this are drawn as one. */
const CLOSEST_PIXELS = 44;
/** From here on nothing is put together but what is closer than a cell: nobody can zoom in any further. */
const CLOSE_ENOUGH_ZOOM = 18;
/** Strips of this width (about 200 m) have an index. */
const STRIP_BITS = 13;
const MOST_STRIPS = 300;

/** Degrees: west, south, east, north. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
/** Parts of the world, both ends included. */
export type GridBox = { west: number; north: number; east: number; south: number };
/** Points of one cell, as sums: their middle is a division away, and coarser cells an addition. */
export type Cell = { x: number; y: number; count: number; sumX: number; sumY: number; number: string };

export function xOf(lng: number): number {
  return clamp(Math.floor(((lng + 180) / 360) * WORLD));
}

export function yOf(lat: number): number {
  const radians = (Math.min(Math.max(lat, -MOST_NORTH), MOST_NORTH) * Math.PI) / 180;
  return clamp(Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * WORLD));
}

function clamp(part: number): number {
  return Math.min(Math.max(part, 0), WORLD - 1);
}

export function lngOf(x: number): number {
  return round((x / WORLD) * 360 - 180);
}

export function latOf(y: number): number {
  return round((Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI);
}

/** A millionth of a degree is a tenth of a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export function gridBox([west, south, east, north]: Bbox): GridBox {
  return { west: xOf(west), north: yOf(north), east: xOf(east), south: yOf(south) };
}

/** `w,s,e,n` in degrees; null when it is not four numbers that span an area of the earth. */
export function readBbox(text: unknown): Bbox | null {
  if (typeof text !== 'string' || text.length > 200) return null;
  const parts = text.split(',');
  if (parts.length !== 4 || parts.some((part) => !/^\s*-?\d+(\.\d+)?\s*$/.test(part))) return null;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const onEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90;
  return onEarth && west < east && south < north ? [west, south, east, north] : null;
}

/** The level whose cells have the right size on the screen at this zoom. */
export function levelOf(zoom: number): number {
  return Math.floor(zoom) + TILE_PIXELS_BITS - CELL_PIXELS_BITS;
}

/** By how many bits a part is shifted to give its cell. */
export function shiftOf(level: number): number {
  return WORLD_BITS - level;
}

/** First and last column and row of cells that an area touches. */
export function cellsIn(box: GridBox, level: number): GridBox {
  const shift = shiftOf(level);
  return {
    west: box.west >> shift,
    north: box.north >> shift,
    east: box.east >> shift,
    south: box.south >> shift,
  };
}

/** The coarsest level, not below `least`, at which an area has no more cells than `most`. */
export function levelWithin(box: GridBox, level: number, most: number, least: number): number {
  for (let fits = level; fits > least; fits -= 1) {
    const { west, north, east, south } = cellsIn(box, fits);
    if ((east - west + 1) * (south - north + 1) <= most) return fits;
  }
  return Math.min(level, least);
}

/** The area grown to whole cells: what is really counted when cells are. */
export function wholeCells(box: GridBox, level: number): GridBox {
  const shift = shiftOf(level);
  const cells = cellsIn(box, level);
  return {
    west: cells.west << shift,
    north: cells.north << shift,
    east: ((cells.east + 1) << shift) - 1,
    south: ((cells.south + 1) << shift) - 1,
  };
}

/** The strips of an area; null when they are so many that looking at all points is quicker. */
export function stripsIn({ west, east }: GridBox): number[] | null {
  const first = west >> STRIP_BITS;
  const count = (east >> STRIP_BITS) - first + 1;
  return count > MOST_STRIPS ? null : Array.from({ length: count }, (_, index) => first + index);
}

/**
 * Cells whose points have their middles so close that their circles would lie on each other become one. The largest
 * goes first, so that small ones join it and the picture stays still; nothing is lost and nothing counted twice.
 */
export function joinClose(cells: Cell[], zoom: number): Cell[] {
  if (zoom >= CLOSE_ENOUGH_ZOOM) return cells;
  const reach = CLOSEST_PIXELS * 2 ** (WORLD_BITS - TILE_PIXELS_BITS - zoom);
  const kept = new Map<string, Cell[]>();
  const bySize = cells.toSorted((a, b) => b.count - a.count || a.x - b.x || a.y - b.y);
  const joined: Cell[] = [];
  for (const cell of bySize) {
    const [x, y] = [cell.sumX / cell.count, cell.sumY / cell.count];
    const near = around(x, y, reach).flatMap((key) => kept.get(key) ?? []);
    const host = near.find((other) => Math.hypot(other.x - x, other.y - y) < reach);
    if (host) {
      host.count += cell.count;
      host.sumX += cell.sumX;
      host.sumY += cell.sumY;
      continue;
    }
    const own = { ...cell, x, y };
    joined.push(own);
    const key = `${Math.floor(x / reach)},${Math.floor(y / reach)}`;
    kept.set(key, [...(kept.get(key) ?? []), own]);
  }
  return joined;
}

function around(x: number, y: number, reach: number): string[] {
  const [column, row] = [Math.floor(x / reach), Math.floor(y / reach)];
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx},${row + dy}`));
}
