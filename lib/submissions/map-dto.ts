import type { PlacedItem } from './dto.ts';
import type { Bbox } from './map-grid.ts';

/** So many cases stand so close together that they are one mark. */
export type MapCluster = { count: number; lat: number; lng: number };

export type MapSingle = { item: PlacedItem; lat: number; lng: number };

export type MapAnswer = {
  clusters: MapCluster[];
  singles: MapSingle[];
  /** Cases that the filter lets through and that have no place on the map. */
  unplaced: number;
  /** The area that was really counted; grown to whole cells where there are many cases. */
  bbox: Bbox;
};
