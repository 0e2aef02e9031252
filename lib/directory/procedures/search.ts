import { LANGUAGES, type Locale } from '#lib/i18n/languages.ts';
import { editDistance, forgiven } from '#lib/platform/edit-distance.ts';
import { words } from '#lib/platform/stem.ts';
import type { ProcedureContent } from '../procedure-schema.ts';
import { EMPTY_WORDS } from './empty-words.ts';
import { wordStem } from './word-stem.ts';

export type SearchedCard = { code: string; symbol: string; content: ProcedureContent };

/** What is said first is what it is about; the rest is cut, which also keeps hostile input cheap. */
const MAX_TEXT = 2_000;
const MAX_WORDS = 60;

/** How much a word weighs where it stands in a card. */
const WEIGHT = { name: 3, summary: 1.5, body: 0.4 };
/** A word of a language that the page is not in. */
const FOREIGN = 0.6;
/** A card must say one of the words more than in passing. */
const LEAST_WEIGHT = 0.5;
/** A card this much weaker than the best one only distracts. */
const LEAST_SHARE = 0.5;

const FIT = { same: 1, stem: 0.9, beginning: 0.75, kin: 0.65, mistyped: 0.6 };
/** Letters that are the beginning of a word: fewer when nothing else was typed. */
const LEAST_BEGINNING = { alone: 3, among: 4 };
const LEAST_MISTYPED = 5;
/** Forms that no stemmer brings together (`meldunek`, `meldunkiem`) have this much of the longer one in common. */
const KIN_SHARE = 0.6;
const LEAST_KIN = 5;
/** An ending that a word may have more than the one in the card: `certificates` for `certificate`. */
const LONGEST_ENDING = 2;
const LEAST_BASE = 5;

/** The weight of one word in each card that has it, by the card's index. */
type Weights = Map<number, number>;
type Entry = { word: string; stem: string; weights: Weights };

/**
 * Finds cards by a resident's own words, a few of them or a whole question. Rare words count more than common ones,
 * names and keywords more than running text; inflected, unfinished and mistyped words are understood. Deterministic.
 */
export class ProcedureSearch {
  readonly #cards: readonly SearchedCard[];
  readonly #entries: Entry[];

  constructor(cards: readonly SearchedCard[], locale: Locale) {
    this.#cards = cards;
    const found = new Map<string, Entry>();
    for (const [index, card] of cards.entries()) {
      for (const [text, weight] of textsOf(card, locale)) {
        for (const word of words(text)) {
          if (EMPTY_WORDS.has(word)) continue;
          const entry = found.get(word) ?? { word, stem: wordStem(word), weights: new Map() };
          found.set(word, entry);
          keepBest(entry.weights, index, weight);
        }
      }
    }
    this.#entries = [...found.values()];
  }

  /** Codes of the cards that fit, best first. */
  find(query: string, take: number): string[] {
    const rated = [...this.#rate(query)].filter(([, { strongest }]) => strongest >= LEAST_WEIGHT);
    rated.sort(([a, one], [b, other]) => other.sum - one.sum || a - b);
    const least = (rated[0]?.[1].sum ?? 0) * LEAST_SHARE;
    return rated
      .filter(([, { sum }]) => sum >= least)
      .slice(0, take)
      .map(([index]) => this.#cards[index]!.code);
  }

  #rate(query: string): Map<number, { sum: number; strongest: number }> {
    const scores = new Map<number, { sum: number; strongest: number }>();
    const all = askedWords(query);
    const least = all.length === 1 ? LEAST_BEGINNING.alone : LEAST_BEGINNING.among;
    for (const word of all) {
      const weights = this.#match(word, least);
      const rarity = this.#rarity(weights);
      for (const [index, weight] of weights) {
        const before = scores.get(index) ?? { sum: 0, strongest: 0 };
        scores.set(index, {
          sum: before.sum + weight * rarity,
          strongest: Math.max(before.strongest, weight),
        });
      }
    }
    return scores;
  }

  /** The best weight of a word in each card. Typing mistakes are looked for only when nothing else fits. */
  #match(word: string, leastBeginning: number): Weights {
    const stem = wordStem(word);
    const found: Weights = new Map();
    const add = ({ weights }: Entry, fit: number) => {
      for (const [index, weight] of weights) keepBest(found, index, weight * fit);
    };
    for (const entry of this.#entries) {
      const begins = word.length >= leastBeginning && entry.word.startsWith(word);
      const fit = Math.max(likeness(word, stem, entry), begins ? FIT.beginning : 0);
      if (fit > 0) add(entry, fit);
    }
    if (found.size > 0 || word.length < LEAST_MISTYPED) return found;
    for (const entry of this.#entries) if (isMistyped(word, entry.word)) add(entry, FIT.mistyped);
    return found;
  }

  #rarity(weights: Weights): number {
    let cards = 0;
    for (const weight of weights.values()) cards += Math.min(1, weight / WEIGHT.name);
    return Math.log(1 + this.#cards.length / Math.max(cards, 0.5));
  }
}

function keepBest(weights: Weights, index: number, weight: number): void {
  weights.set(index, Math.max(weight, weights.get(index) ?? 0));
}

function askedWords(query: string): string[] {
  const all = words(query.slice(0, MAX_TEXT)).filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
  return [...new Set(all)].slice(0, MAX_WORDS);
}

function likeness(word: string, stem: string, entry: Entry): number {
  if (entry.word === word) return FIT.same;
  if (entry.stem === stem) return FIT.stem;
  const longer = word.length - entry.word.length;
  const ended = entry.word.length >= LEAST_BASE && longer > 0 && longer <= LONGEST_ENDING;
  if (ended && word.startsWith(entry.word)) return FIT.beginning;
  return areKin(word, entry.word) ? FIT.kin : 0;
}

function areKin(a: string, b: string): boolean {
  const needed = Math.max(LEAST_KIN, Math.ceil(KIN_SHARE * Math.max(a.length, b.length)));
  return a.length >= needed && b.length >= needed && a.slice(0, needed) === b.slice(0, needed);
}

function isMistyped(word: string, known: string): boolean {
  if (known.length < LEAST_MISTYPED - 1 || known[0] !== word[0]) return false;
  const limit = forgiven(word.length);
  return editDistance(word, known, limit) <= limit;
}

function* textsOf({ symbol, content }: SearchedCard, locale: Locale): Generator<[string, number]> {
  yield [symbol, WEIGHT.name];
  for (const { code } of LANGUAGES) {
    const share = code === locale ? 1 : FOREIGN;
    yield [[content.title[code], ...content.keywords[code]].join(' '), WEIGHT.name * share];
    yield [content.summary[code], WEIGHT.summary * share];
    const asked = content.questions.map(({ question, answer }) => `${question[code]} ${answer[code]}`);
    const body = [content.audience[code], content.form[code], ...content.documents[code], ...asked];
    yield [body.join(' '), WEIGHT.body * share];
  }
}
