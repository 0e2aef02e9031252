import { stemWord, words } from '#lib/platform/stem.ts';

/** How far away a case may be to be thought the same, in metres. */
export const NEAR_METRES = 250;

const SHORTEST = 3;
/** Fewer words in common mean nothing. */
const LEAST_SHARED = 0.34;
const WEIGHTS = { category: 0.5, words: 0.35, distance: 0.15 };

/** What is compared of a case; the stems of its text are worked out once, however many it is compared with. */
export type Reported = { category: string; group: string; stems: ReadonlySet<string> };

/** The stems of a text that say something, for comparing. */
export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    words(text)
      .filter((word) => word.length >= SHORTEST)
      .map(stemWord),
  );
}

/** How much of the shorter text the other one says too, from 0 to 1. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shorter = Math.min(one.size, other.size);
  if (shorter === 0) return 0;
  return [...one].filter((stem) => other.has(stem)).length / shorter;
}

/**
 * How likely both tell of one thing, from 0 to 1: the same or a neighbouring category, the same words, a short way.
 * Null when neither category nor words have anything in common: being near is not enough.
 */
export function likeness(told: Reported, other: Reported, metres: number): number | null {
  const category = told.category === other.category ? 1 : told.group === other.group ? 0.5 : 0;
  const shared = sharedWords(told.stems, other.stems);
  if (category === 0 && shared < LEAST_SHARED) return null;
  const near = Math.max(0, 1 - metres / NEAR_METRES);
  return WEIGHTS.category * category + WEIGHTS.words * shared + WEIGHTS.distance * near;
}
