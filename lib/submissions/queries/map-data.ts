import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { MapAnswer, MapCluster, MapSingle } from '../map-dto.ts';
import {
  type Bbox,
  type Cell,
  type GridBox,
  gridBox,
  joinClose,
  latOf,
  levelOf,
  levelWithin,
  lngOf,
  wholeCells,
} from '../map-grid.ts';
import {
  COARSEST_LEVEL,
  countedCells,
  countUnplaced,
  FINEST_LEVEL,
  keptCells,
  keptTotals,
  keysOf,
} from './map-cells.ts';
import type { CellFilter } from './map-sql.ts';
import { PUBLIC_SELECT, publicItem } from './public-item.ts';

/** No answer has more marks than this, however large the area and however near the zoom. */
const MOST_CELLS = 4096;
/** So few are counted one by one: exact to the edge of the area, and at exactly the zoom that was asked for. */
const FEW = 2000;
const NEAREST_ZOOM = 20;

export type MapQuery = { filter: CellFilter; bbox: Bbox; zoom: number };

/** What is public, as a policy's fact: whoever may see such a case may see the map. */
const PUBLIC_CASE = { id: '', kind: 'PROBLEM', assigned: null, department: null } as const;

/** All public cases of an area that the filter lets through: single ones, and clusters that say how many. */
export async function mapData(
  actor: Actor,
  { filter, bbox, zoom }: MapQuery,
  locale: Locale,
): Promise<MapAnswer> {
  if (!can(actor, 'case.read', PUBLIC_CASE)) throw new AppError('FORBIDDEN');
  const at = Math.min(zoom, NEAREST_ZOOM);
  const keys = keysOf(filter);
  const [{ cells, box }, unplaced] = await Promise.all([
    cellsFor(filter, keys, gridBox(bbox), levelOf(at)),
    keys ? keptTotals(keys).then((totals) => totals.unplaced) : countUnplaced(filter),
  ]);
  const marks = joinClose(cells, at);
  const clusters = marks.filter(({ count }) => count > 1).map(clusterOf);
  const singles = await singlesOf(
    marks.filter(({ count }) => count === 1),
    locale,
  );
  return {
    clusters,
    singles,
    unplaced,
    bbox: [lngOf(box.west), latOf(box.south), lngOf(box.east), latOf(box.north)],
  };
}

type Counted = { cells: Cell[]; box: GridBox };

/** Near enough, or few enough, point by point; else from the cells that are kept, where some are kept for the filter. */
async function cellsFor(
  filter: CellFilter,
  keys: string[] | null,
  box: GridBox,
  level: number,
): Promise<Counted> {
  const within = levelWithin(box, level, MOST_CELLS, COARSEST_LEVEL);
  const near = level > FINEST_LEVEL && within === level;
  const first =
    keys && !near
      ? await fromKept(keys, box, Math.min(Math.max(within, COARSEST_LEVEL), FINEST_LEVEL))
      : { cells: await countedCells(filter, box, within), box };
  const exact = !keys || near;
  if (exact && within === level) return first;
  const few = first.cells.reduce((sum, { count }) => sum + count, 0) <= FEW;
  return few ? { cells: await countedCells(filter, box, level), box } : first;
}

async function fromKept(keys: string[], box: GridBox, level: number): Promise<Counted> {
  return { cells: await keptCells(keys, box, level), box: wholeCells(box, level) };
}

function clusterOf({ count, sumX, sumY }: Cell): MapCluster {
  return { count, lng: lngOf(sumX / count), lat: latOf(sumY / count) };
}

async function singlesOf(cells: Cell[], locale: Locale): Promise<MapSingle[]> {
  if (cells.length === 0) return [];
  const rows = await db.mapPoint.findMany({
    where: { number: { in: cells.map(({ number }) => BigInt(number)) } },
    select: { submission: { select: PUBLIC_SELECT } },
    orderBy: { number: 'asc' },
  });
  return rows.flatMap(({ submission }) => {
    const item = publicItem(submission, locale);
    return item.point ? [{ item, lng: item.point.lng, lat: item.point.lat }] : [];
  });
}
