import { words } from '#lib/platform/stem.ts';
import { findKeyword, type Keyword, parseKeyword, type ReadText, readText } from './keywords.ts';

/** What is said in the first lines is what it is about; the rest is cut, which also keeps hostile input cheap. */
const MAX_TEXT = 2_000;
const MAX_WORDS = 150;
const MOST = 5;
const LEAST_SCORE = 0.25;
/** The sum of weights at which a suggestion is 63 % sure. */
const CERTAINTY = 1.5;
/** A suggestion this much weaker than the best one only distracts. */
const LEAST_SHARE = 0.3;
/** A second keyword on the same word of the text (`dziura w chodniku` after `chodnik`) adds less, a third nothing. */
const SHARE_OF_TURN = [1, 0.35];
const NAME_WEIGHT = 0.5;

export type Suggestable = {
  code: string;
  name: string;
  names: string[];
  keywords: string[];
  position: number;
};

/** A suggested category: score 0..1, reason the resident's own words that led to it. */
export type Suggestion = { code: string; name: string; score: number; reason: string };

type Indexed = Suggestable & { parsed: Keyword[] };
type Match = { weight: number; at: number[] };

/** Words of category names that say nothing about it. */
const EMPTY_WORDS = new Set(words('lub i z na dla w do or and the of to a брак або і та на для'));

/** Suggests categories of one kind by what a resident wrote. Deterministic. */
export class Suggester {
  readonly #categories: Indexed[];

  constructor(categories: readonly Suggestable[]) {
    this.#categories = categories.map((category) => ({
      ...category,
      parsed: [...category.keywords.flatMap((one) => parseKeyword(one) ?? []), ...nameKeywords(category)],
    }));
  }

  /** Best first, at most five; nothing when no category is likely. */
  suggest(text: string): Suggestion[] {
    const read = readText(text.slice(0, MAX_TEXT), MAX_WORDS);
    const rated = this.#categories
      .map((category) => rate(read, category))
      .filter((one) => one.sum > 0)
      .sort((a, b) => b.sum - a.sum || a.category.position - b.category.position);
    const best = rated[0]?.sum ?? 0;
    return rated
      .map(({ category, sum, reason }) => ({
        code: category.code,
        name: category.name,
        score: toScore(sum),
        reason,
        sum,
      }))
      .filter((one) => one.score >= LEAST_SCORE && one.sum >= best * LEAST_SHARE)
      .slice(0, MOST)
      .map(({ sum: _sum, ...suggestion }) => suggestion);
  }
}

function toScore(sum: number): number {
  return Math.round((1 - Math.exp(-sum / CERTAINTY)) * 100) / 100;
}

/** The words of a category's names count too, for texts that use the city's own words. */
function nameKeywords({ names, keywords }: Suggestable): Keyword[] {
  if (keywords.length === 0) return [];
  return [...new Set(names.flatMap(words))]
    .filter((word) => word.length > 3 && !EMPTY_WORDS.has(word))
    .flatMap((word) => parseKeyword(`${word}^${NAME_WEIGHT}`) ?? []);
}

function rate(text: ReadText, category: Indexed) {
  const matches: Match[] = [];
  for (const keyword of category.parsed) {
    const found = findKeyword(text, keyword);
    if (found) matches.push({ weight: keyword.weight * found.fit, at: found.at });
  }
  matches.sort((a, b) => b.weight - a.weight || a.at[0]! - b.at[0]!);
  const turns = new Map<number, number>();
  let sum = 0;
  for (const { weight, at } of matches) {
    for (const i of at) {
      const turn = turns.get(i) ?? 0;
      sum += (weight * (SHARE_OF_TURN[turn] ?? 0)) / at.length;
      turns.set(i, turn + 1);
    }
  }
  const reason = matches[0]?.at.map((i) => text.words[i]!.written).join(' ') ?? '';
  return { category, sum, reason };
}
