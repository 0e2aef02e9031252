import { stemWord, words } from '#lib/platform/stem.ts';

/** Shorter words stand in no trigram index: they only narrow what a longer one has found. */
export const SHORTEST_WORD = 3;
const MOST_WORDS = 6;
/** A shorter stem would be found in nearly everything. */
const SHORTEST_STEM = 4;
/** An address may be kept without them, and whoever looks for one may write them. */
const OF_STREETS = new Set(['ul', 'al', 'os', 'pl']);

/**
 * What a staff search looks for: words in lower case, without accents and without their endings, so that `dluga` and
 * `Długiej` find each other. Each is a part of the word as it was typed.
 */
export function searchWords(typed: string): string[] {
  return wholeWords(typed).map(withoutEnding);
}

/** The same words as they were typed. */
export function wholeWords(typed: string): string[] {
  const all = words(typed);
  const telling = all.filter((word) => !OF_STREETS.has(word));
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}

function withoutEnding(word: string): string {
  const stem = stemWord(word);
  return stem.length >= SHORTEST_STEM && word.startsWith(stem) ? stem : word;
}

/** Shorter ones would be left with too little to tell words apart. */
const LONG_WORD = 8;

/**
 * What an index is asked for to find a long word: its beginning (`prz`, `wie`) is in so many others that looking through
 * what has it takes longer than all the rest. Whoever asks for a part compares the whole word with what was found.
 */
export function tellingPart(word: string): string {
  return word.length < LONG_WORD ? word : word.slice(2);
}

/** Where a word is part of a text, as a pattern of LIKE. Words hold letters and digits: nothing in them means anything else. */
export function containing(word: string): string {
  return `%${word}%`;
}

/** Where it is a word of its own, as a pattern of `~`. */
export function wholeWord(word: string): string {
  return `\\m${word}\\M`;
}
