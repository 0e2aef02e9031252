import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#lib/i18n/languages.ts';
import { readProcedures } from '#prisma/seed/procedures.ts';
import { growth } from '#tests/factories/cost.ts';
import { ProcedureSearch } from './search.ts';
import { type Asked, NOTHING, QUESTIONS } from './search-corpus.fixture.ts';

const cards = readProcedures();
const searches = new Map(LOCALES.map((locale) => [locale, new ProcedureSearch(cards, locale)] as const));
const find = (text: string, locale: Locale = 'pl', take = 3) => searches.get(locale)!.find(text, take);

/** Shares of questions whose card comes first, and among the first three; with the misses for the message. */
function accuracy(asked: readonly Asked[], locale: Locale) {
  const ranks = asked.map(([text, ...right]) => {
    const found = find(text, locale);
    return { text, found, right, rank: found.findIndex((code) => right.includes(code)) };
  });
  const share = (most: number) => ranks.filter(({ rank }) => rank >= 0 && rank < most).length / ranks.length;
  const misses = ranks
    .filter(({ rank }) => rank !== 0)
    .map((one) => `${one.text} → ${one.found} (${one.right})`);
  return { first: share(1), three: share(3), misses: misses.join('\n') };
}

describe('card search', () => {
  it.each(LOCALES)('finds the card as a consultant would, in %s', (locale) => {
    const { first, three, misses } = accuracy(QUESTIONS[locale], locale);
    expect(three, misses).toBeGreaterThanOrEqual(0.9);
    expect(first, misses).toBeGreaterThanOrEqual(0.75);
  });

  it('is asked about every card in some language', () => {
    const asked = new Set(Object.values(QUESTIONS).flatMap((all) => all.flatMap(([, ...right]) => right)));
    expect(cards.map(({ code }) => code).filter((code) => !asked.has(code))).toEqual([]);
  });

  it.each(NOTHING)('finds nothing for "%s"', (text) => expect(find(text)).toEqual([]));

  it('understands the words of another language than the page’s', () => {
    expect(find('загубила посвідчення', 'pl')[0]).toBe('dowod-osobisty');
    expect(find('dowód osobisty', 'en')[0]).toBe('dowod-osobisty');
  });

  it('finds the same without accents, in capitals, unfinished and mistyped', () => {
    for (const typed of ['ŻŁOBEK', 'zlobek', 'żłob', 'złobke']) expect(find(typed)[0], typed).toBe('zlobek');
  });

  it('gives no more than it is asked for', () => {
    expect(find('wniosek o kartę', 'pl', 2).length).toBeLessThanOrEqual(2);
    expect(find('dowód', 'pl', 0)).toEqual([]);
  });

  it('costs little for hostile text', () => {
    for (const part of ['zażółćgęśląjaźń ', 'x', 'dowód '])
      expect(growth(part, (text) => find(text))).toBeLessThan(15);
  });
});
