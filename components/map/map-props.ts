import type { ReactNode } from 'react';
import type { MapWords, PickedPoint } from '#components/form/picker-words.ts';

/** Something else that stands on the map; everything about it is said beside the map, under the same number. */
export type MapMark = { lat: number; lng: number; number: number };

/** What a map for picking one point is given. */
export type LazyMapProps = {
  point: PickedPoint | null;
  marks?: readonly MapMark[];
  /** Where to begin when there is no point. */
  centre?: { lat: number; lng: number } | null;
  tiles: string;
  words: MapWords;
  icons: Record<string, ReactNode>;
  onPick: (lat: number, lng: number) => void;
};
