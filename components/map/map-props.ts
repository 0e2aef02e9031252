import type { ReactNode } from 'react';
import type { MapWords, PickedPoint } from '#components/form/picker-words.ts';

/** What a map for picking one point is given. */
export type LazyMapProps = {
  point: PickedPoint | null;
  tiles: string;
  words: MapWords;
  icons: Record<string, ReactNode>;
  onPick: (lat: number, lng: number) => void;
};
