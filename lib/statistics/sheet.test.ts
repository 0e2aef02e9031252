import { describe, expect, it } from 'vitest';
import type { PeriodStatistics } from './dto.ts';
import { sheetOf } from './sheet.ts';
import { NO_KEY } from './words.ts';

const figures = { filed: 7, ended: 6, decided: 6, successful: 5, share: 5 / 6, median: 4.5, p80: 12 };
const statistics = {
  byDistrict: [
    { ...figures, key: '1', name: 'I Stare Miasto' },
    { ...figures, key: NO_KEY, name: '' },
  ],
  trend: [{ period: '2025-03', running: false, filed: 7, ended: 6, share: null }],
} as unknown as PeriodStatistics;

describe('a table for a spreadsheet', () => {
  it('has columns in the words of the page, and a name for what belongs to none', () => {
    const [heads, first, none] = sheetOf(statistics, 'DISTRICT', 'pl');
    expect(heads).toContain('Dzielnica');
    expect(first).toEqual(['1', 'I Stare Miasto', 7, 6, 6, 5, 0.833, 4.5, 12]);
    expect(none?.slice(0, 2)).toEqual(['', 'Bez wskazanej dzielnicy']);
  });

  it.each(['pl', 'en', 'uk'] as const)('names every column in %s', (locale) => {
    for (const by of ['DISTRICT', 'MONTH'] as const) {
      const [heads = []] = sheetOf(statistics, by, locale);
      expect(heads.filter((head) => /^column\.|^statistics\./.test(String(head)))).toEqual([]);
      expect(new Set(heads).size).toBe(heads.length);
    }
  });
});
