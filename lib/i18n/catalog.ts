import * as english from './english.ts';
import type { Locale } from './languages.ts';
import * as polish from './polish.ts';
import * as ukrainian from './ukrainian.ts';

/** One file is one room, and its name is the namespace: `common.json` holds the keys of `common`. */
export type Room = keyof typeof polish;

/** A tree of message texts (ICU syntax), by room. */
export type MessageTree = { [key: string]: string | MessageTree };

export type Rooms = Record<Room, MessageTree>;

/** Every room in every language; a test holds all of them to the same keys. */
export const CATALOG: Record<Locale, Rooms> = { pl: polish, en: english, uk: ukrainian };
