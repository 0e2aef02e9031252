import { english } from './english.ts';
import type { Locale } from './languages.ts';
import { polish } from './polish.ts';
import { ukrainian } from './ukrainian.ts';

/** One file is one room, and its name is the namespace: `common.json` holds the keys of `common`. */
export type Room = keyof typeof polish;

/** A tree of message texts (ICU syntax), by room. */
export type MessageTree = { [key: string]: string | MessageTree };

export type Rooms = Record<Room, MessageTree>;

/** What is translated so far. A missing room or key falls back to Polish. */
export const CATALOG: Record<Locale, Partial<Rooms>> = { pl: polish, en: english, uk: ukrainian };
