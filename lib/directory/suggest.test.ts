import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCategories } from '#prisma/seed/files.ts';
import { growth } from '#tests/factories/cost.ts';
import { Suggester } from './suggest.ts';
import { IDEAS, NOTHING, PROBLEMS, QUESTIONS, type Sample } from './suggest-corpus.fixture.ts';
import { ENGLISH_IDEAS, ENGLISH_PROBLEMS, ENGLISH_QUESTIONS } from './suggest-corpus-en.fixture.ts';
import { MORE_PROBLEMS } from './suggest-corpus-more.fixture.ts';
import { UKRAINIAN_IDEAS, UKRAINIAN_PROBLEMS, UKRAINIAN_QUESTIONS } from './suggest-corpus-uk.fixture.ts';

const suggester = (kind: string) =>
  new Suggester(
    readCategories()
      .filter((one) => one.kind === kind)
      .map((one, position) => ({
        code: one.code,
        name: one.name.pl,
        names: Object.values(one.name),
        keywords: Object.values(one.keywords).flat(),
        position,
      })),
  );
const problems = suggester('PROBLEM');

/** Shares of samples whose category comes first, and among the first three; with the misses for the message. */
function accuracy(tool: Suggester, samples: readonly Sample[]) {
  const ranks = samples.map(([text, ...right]) => {
    const codes = tool.suggest(text).map((one) => one.code);
    return { text, right, codes, rank: codes.findIndex((code) => right.includes(code)) };
  });
  const share = (most: number) => ranks.filter(({ rank }) => rank >= 0 && rank < most).length / ranks.length;
  const misses = ranks
    .filter(({ rank }) => rank !== 0)
    .map((one) => `${one.text} → ${one.codes.slice(0, 3)} (${one.right})`);
  return { first: share(1), three: share(3), misses: misses.join('\n') };
}

describe('category suggestion', () => {
  it.each([
    ['PROBLEM', PROBLEMS],
    ['PROBLEM', MORE_PROBLEMS],
    ['IDEA', IDEAS],
    ['QUESTION', QUESTIONS],
  ])('guesses %s as a consultant would', (kind, samples) => {
    const { first, three, misses } = accuracy(suggester(kind), samples);
    expect(three, misses).toBeGreaterThanOrEqual(0.9);
    expect(first, misses).toBeGreaterThanOrEqual(0.75);
  });

  it.each([
    ['PROBLEM', ENGLISH_PROBLEMS],
    ['IDEA', ENGLISH_IDEAS],
    ['QUESTION', ENGLISH_QUESTIONS],
    ['PROBLEM', UKRAINIAN_PROBLEMS],
    ['IDEA', UKRAINIAN_IDEAS],
    ['QUESTION', UKRAINIAN_QUESTIONS],
  ])('guesses %s for those who write in English or Ukrainian', (kind, samples) => {
    const { first, three, misses } = accuracy(suggester(kind), samples);
    expect(three, misses).toBeGreaterThanOrEqual(0.85);
    expect(first, misses).toBeGreaterThanOrEqual(0.75);
  });

  it('knows at least eight words of each language for every category that has some', () => {
    const poor = readCategories().flatMap(({ code, keywords: { pl, en, uk } }) =>
      pl.length > 0 && Math.min(en?.length ?? 0, uk?.length ?? 0) < 8 ? [code] : [],
    );
    expect(poor).toEqual([]);
  });

  it.each(NOTHING)('says nothing of "%s"', (text) => expect(problems.suggest(text)).toEqual([]));

  it('tells why, in the words of the resident', () => {
    expect(problems.suggest('Od tygodnia latarnia nie świeci!')[0]).toMatchObject({
      code: 'oswietlenie',
      name: 'Oświetlenie uliczne',
      reason: 'latarnia',
    });
  });

  it('forgives typing mistakes and missing accents', () => {
    for (const [typed, code] of [
      ['latrnia zgasla', 'oswietlenie'],
      ['hustwaka urwana', 'plac-zabaw'],
      ['smieci wysypuja sie z kosza', 'kosz'],
      ['golodedz', 'snieg'],
    ] as const) {
      expect(problems.suggest(typed)[0]?.code, typed).toBe(code);
    }
  });

  it('gives at most five, scores from 0 to 1 falling, the same every time', () => {
    const word = fc.constantFrom(...PROBLEMS.flatMap(([text]) => text.split(' ')));
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (parts) => {
        const found = problems.suggest(parts.join(' '));
        expect(found.length).toBeLessThanOrEqual(5);
        const scores = found.map((one) => one.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { score, reason } of found) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reason.length).toBeGreaterThan(0);
        }
        expect(problems.suggest(parts.join(' '))).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['dziura ', 'a', 'ąęż', 'nie świeci ', '\u0301', 'latrnia latrnia '])(
    'takes no more than its share of time for a hostile repetition of %j',
    (part) => {
      expect(growth(part, (text) => problems.suggest(text))).toBeLessThan(15);
    },
  );
});
