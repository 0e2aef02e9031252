import type { PublicPage } from '../dto.ts';
import type { ListFilter } from '../list-filter.ts';
import { gridBox } from '../map-grid.ts';
import { countUpTo, keptTotals, keysOf } from './map-cells.ts';

/** Counting case by case stops here: an exact count would cost a scan. */
const COUNT_LIMIT = 1000;

export type Counted = Pick<PublicPage, 'count' | 'unplaced'>;

/** Most filters are told by the cells of the map; the others are counted up to a limit. */
export async function countOf({ bbox, ...filter }: ListFilter): Promise<Counted> {
  const keys = bbox ? null : keysOf(filter);
  if (keys) {
    const { placed, unplaced } = await keptTotals(keys);
    return { count: { shown: placed + unplaced, more: false }, unplaced };
  }
  const { all, unplaced } = await countUpTo(COUNT_LIMIT + 1, filter, bbox ? gridBox(bbox) : null);
  return {
    count: { shown: Math.min(all, COUNT_LIMIT), more: all > COUNT_LIMIT },
    unplaced: unplaced > COUNT_LIMIT ? null : unplaced,
  };
}
