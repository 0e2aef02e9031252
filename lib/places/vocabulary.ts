import { editDistance, forgiven } from '#lib/platform/edit-distance.ts';
import { stemWord } from '#lib/platform/stem.ts';

const EXACT = 1;
const SAME_STEM = 0.9;
const PREFIX = 0.6;
const PREFIX_LENGTH = 0.25;
const MISTYPED = 0.5;
const MISTAKE = 0.08;

/** All words of all place names: which of them a typed word may mean, and how well they fit. */
export class Vocabulary {
  readonly #sorted: string[];
  readonly #stems = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    this.#sorted = [...new Set(words)].sort();
    for (const word of this.#sorted) {
      const stem = stemWord(word);
      this.#stems.set(stem, [...(this.#stems.get(stem) ?? []), word]);
    }
  }

  /** Words that the typed one may mean → quality 0..1. Typing mistakes are forgiven only when nothing else fits. */
  matches(typed: string): Map<string, number> {
    const found = new Map<string, number>();
    const add = (word: string, quality: number) => found.set(word, Math.max(quality, found.get(word) ?? 0));
    for (let i = this.#firstFrom(typed); this.#sorted[i]?.startsWith(typed); i += 1) {
      const word = this.#sorted[i]!;
      add(word, word === typed ? EXACT : PREFIX + (PREFIX_LENGTH * typed.length) / word.length);
    }
    if (typed.length > 3) {
      for (const word of this.#stems.get(stemWord(typed)) ?? []) add(word, SAME_STEM);
    }
    if (found.size === 0) this.#mistyped(typed, add);
    return found;
  }

  #mistyped(typed: string, add: (word: string, quality: number) => void): void {
    const limit = forgiven(typed.length);
    if (limit === 0 || /\d/.test(typed)) return;
    for (const word of this.#sorted) {
      // A mistake in a word that is still being typed counts against the same length of the name.
      const start = word.slice(0, typed.length);
      const mistakes = Math.min(editDistance(typed, word, limit), editDistance(typed, start, limit) + 0.5);
      if (mistakes <= limit) add(word, MISTYPED - MISTAKE * mistakes);
    }
  }

  #firstFrom(typed: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < typed) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
