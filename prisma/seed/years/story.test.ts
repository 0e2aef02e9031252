import { describe, expect, it } from 'vitest';
import { cityDay, cityMidnight } from '#lib/platform/clock.ts';
import { DECIDED, SUCCESS, shiftMonth } from '#lib/statistics/words.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { MadeUpYears } from './cases.ts';
import { planStory } from './plan.ts';

const ROWS = 12_000;
const monthOf = (at: Date) => cityDay(at).slice(0, 7);
const make = (day: string) => {
  const until = cityMidnight(day);
  return [...new MadeUpYears({ months: planStory(ROWS, until), seed: 'demonstration', until }).cases()];
};

function shareOf(cases: readonly ImportedCase[], month: string): number {
  const decided = cases.filter(
    ({ endedAt, outcome }) => endedAt && monthOf(endedAt) === month && outcome && DECIDED.includes(outcome),
  );
  return decided.filter(({ kind, outcome }) => outcome === SUCCESS[kind]).length / decided.length;
}

describe.each(['2026-11-26', '2027-01-01', '2026-12-15'])(
  'the story that the demonstration tells on %s',
  (day) => {
    const cases = make(day);
    const filed = Map.groupBy(cases, ({ receivedAt }) => monthOf(receivedAt));

    it('has the March that the city told of: 825 problems, 61 ideas, 88 % successful', () => {
      expect(cases).toHaveLength(ROWS);
      const march = filed.get('2025-03') ?? [];
      expect(march.filter(({ kind }) => kind === 'PROBLEM')).toHaveLength(825);
      expect(march.filter(({ kind }) => kind === 'IDEA')).toHaveLength(61);
      expect(Math.round(shareOf(cases, '2025-03') * 100)).toBe(88);
    });

    it('is as busy in every month since, up to the last full one, and yesterday', () => {
      const last = shiftMonth(day.slice(0, 7), -1);
      for (let month = '2025-04'; month <= last; month = shiftMonth(month, 1)) {
        expect(filed.get(month)?.length, month).toBeGreaterThan(330);
        expect(shareOf(cases, month), month).toBeGreaterThan(0.83);
        expect(shareOf(cases, month), month).toBeLessThan(0.93);
      }
      const yesterday = cityMidnight(day).getTime() - 86_400_000;
      expect(cases.some(({ receivedAt }) => receivedAt.getTime() > yesterday)).toBe(true);
    });
  },
);

describe('the story with few cases', () => {
  it('gives March no more than its share', () => {
    const months = planStory(1500, cityMidnight('2026-11-26'));
    expect(
      months.reduce((sum, { problems, ideas, questions }) => sum + problems + ideas + questions, 0),
    ).toBe(1500);
    expect(months.find(({ month }) => month === '2025-03')?.problems).toBeLessThan(100);
    expect(Math.min(...months.map(({ problems }) => problems))).toBeGreaterThan(0);
  });
});
