import type { ReactNode } from 'react';
import type { PickedPoint, PickerWords } from './picker-words.ts';

/** Fields of the place picker that can be told to be wrong. */
export type FieldName = 'address' | 'nearby' | 'here' | 'map' | 'description';

/** What the place picker is given by the server. */
export type PlacePickerProps = {
  initial: {
    address: string;
    nearby: string;
    description: string;
    way: string | null;
    point: PickedPoint | null;
  };
  /** The saved place, read back. */
  saved: { title: string; rest: string } | null;
  /** Messages at the fields, translated. */
  errors: Partial<Record<FieldName, string>>;
  words: PickerWords;
  districts: Record<number, string>;
  language: string;
  tiles: string;
  icons: { pin: ReactNode; chosen: ReactNode; error: ReactNode; map: Record<string, ReactNode> };
  heading: ReactNode;
  actions: ReactNode;
};
