import type { ReactNode } from 'react';
import type { ControlWords } from './map-controls.tsx';

/** One of the list's cases, as the map needs it to show where it stands. */
export type ListedCase = { reference: string; number: number; lat: number; lng: number; tone: string };

/** Texts with `{n}`, `{count}` or the like are filled in where they are used. */
export type BrowseWords = ControlWords &
  Record<
    | 'name'
    | 'skip'
    | 'loading'
    | 'failed'
    | 'noTiles'
    | 'noMarks'
    | 'again'
    | 'here'
    | 'hereDenied'
    | 'group'
    | 'together'
    | 'close'
    | 'toList',
    string
  > & {
    /** Words for statuses, by key of the room `statuses`. */
    statuses: Record<string, string>;
  };

export type BrowseProps = {
  /** The list's filter as it stands in the address, without area and page. */
  query: string;
  /** The area the list is narrowed to, `w,s,e,n`; null: the whole city. */
  bbox: string | null;
  /** What the map shows at first where the list is of some districts only, `w,s,e,n`; null: the whole city. */
  home: string | null;
  listed: ListedCase[];
  tiles: string;
  locale: string;
  words: BrowseWords;
  icons: Record<string, ReactNode>;
  /** The sign of each colour of a case. */
  signs: Record<string, ReactNode>;
};

/** What the map answers of one mark. */
export type Mark = {
  lat: number;
  lng: number;
  /** So many cases in one mark; absent of a single one. */
  count?: number;
  single?: {
    reference: string;
    title: string;
    /** Where it is somebody's own words. */
    titleLang: string | undefined;
    word: string;
    tone: string;
    day: string;
  };
};
