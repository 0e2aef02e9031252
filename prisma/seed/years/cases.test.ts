import { describe, expect, it } from 'vitest';
import { DistrictIndex } from '#lib/places/districts.ts';
import { cityDay } from '#lib/platform/clock.ts';
import { DECIDED, SUCCESS } from '#lib/statistics/words.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { readCategories, readDistricts } from '#prisma/seed/files.ts';
import { MadeUpYears } from './cases.ts';
import { planMonths } from './plan.ts';

const UNTIL = new Date('2026-11-20T12:00:00Z');
const YEARS = [2023, 2024, 2025, 2026];
const make = (rows: number, seed = 'a') => [
  ...new MadeUpYears({ months: planMonths(YEARS, rows, UNTIL), seed, until: UNTIL }).cases(),
];

const all = make(30_000);
const group = new Map(readCategories().map((one) => [one.code, one.group]));
const monthOf = (at: Date) => cityDay(at).slice(0, 7);
const filedIn = (month: string) => all.filter(({ receivedAt }) => monthOf(receivedAt) === month);
const share = (some: readonly ImportedCase[], is: (one: ImportedCase) => boolean) =>
  some.filter(is).length / some.length;

describe('made-up years', () => {
  it('are as many as wished, the same for the same seed and others for another', () => {
    expect(all).toHaveLength(30_000);
    expect(make(500)).toEqual(make(500));
    expect(make(500)[0]?.text).not.toBeUndefined();
    expect(make(500, 'b').map(({ text }) => text)).not.toEqual(make(500).map(({ text }) => text));
  });

  it('have the March that the city told of: 825 problems, 61 ideas, 88 % successful', () => {
    const march = filedIn('2025-03');
    expect(march.filter(({ kind }) => kind === 'PROBLEM')).toHaveLength(825);
    expect(march.filter(({ kind }) => kind === 'IDEA')).toHaveLength(61);
    const ended = all.filter(
      ({ endedAt, outcome }) =>
        endedAt && monthOf(endedAt) === '2025-03' && outcome && DECIDED.includes(outcome),
    );
    const successful = share(ended, ({ kind, outcome }) => outcome === SUCCESS[kind]);
    expect(successful).toBeGreaterThan(0.86);
    expect(successful).toBeLessThan(0.9);
  });

  it('have seasons: potholes after winter, grass in May, snow in January and never in July', () => {
    const count = (month: string, category: string) =>
      filedIn(month).filter((one) => one.category === category).length;
    expect(count('2025-03', 'dziura-w-jezdni')).toBeGreaterThan(2 * count('2025-08', 'dziura-w-jezdni'));
    expect(count('2025-05', 'koszenie')).toBeGreaterThan(100);
    expect(count('2025-02', 'koszenie')).toBe(0);
    expect(count('2026-01', 'snieg')).toBeGreaterThan(50);
    expect(count('2025-07', 'snieg')).toBe(0);
  });

  it('are led by greenery, written by day, fewer at weekends', () => {
    const problems = all.filter(({ kind }) => kind === 'PROBLEM');
    const groups = new Map<string, number>();
    for (const { category } of problems) {
      const name = group.get(category) ?? '';
      groups.set(name, (groups.get(name) ?? 0) + 1);
    }
    const roads = groups.get('drogi-i-chodniki') ?? 0;
    const green = (groups.get('zielen') ?? 0) + (groups.get('place-zabaw-i-rekreacja') ?? 0);
    expect(green).toBeGreaterThan(0.95 * roads);
    expect(share(all, ({ receivedAt }) => receivedAt.getUTCHours() < 4)).toBeLessThan(0.04);
    expect(share(all, ({ receivedAt }) => [0, 6].includes(receivedAt.getUTCDay()))).toBeLessThan(0.22);
  });

  it('lie in the district they name, a fifth of them where a neighbour was before', () => {
    const index = new DistrictIndex(readDistricts());
    const placed = all.slice(0, 2000).flatMap(({ place }) => (place?.lat != null ? [place] : []));
    for (const { lat, lng, districtNumber } of placed) {
      expect(index.containing({ lat: lat ?? 0, lng: lng ?? 0 })).toBe(districtNumber);
    }
    expect(new Set(placed.map(({ districtNumber }) => districtNumber)).size).toBeGreaterThanOrEqual(15);
    expect(share(all, ({ outcome }) => outcome === 'DUPLICATE')).toBeGreaterThan(0.05);
  });

  it('take as long as such things take, in whole histories before the present', () => {
    const days = (category: string) => {
      const known = all
        .filter((one) => one.category === category && one.outcome === 'FIXED')
        .map(({ receivedAt, endedAt }) => ((endedAt?.getTime() ?? 0) - receivedAt.getTime()) / 86_400_000)
        .sort((a, b) => a - b);
      return known[Math.floor(known.length / 2)] ?? 0;
    };
    expect(days('snieg')).toBeLessThan(1);
    expect(days('drzewo')).toBeGreaterThan(25);
    expect(days('drzewo')).toBeLessThan(42);
    for (const { receivedAt, answeredAt, endedAt, status, outcome } of all) {
      expect(receivedAt < UNTIL && (!endedAt || endedAt <= UNTIL)).toBe(true);
      if (answeredAt) expect(answeredAt > receivedAt).toBe(true);
      if (endedAt && answeredAt) expect(endedAt >= answeredAt).toBe(true);
      expect(outcome !== null).toBe(status === 'CLOSED');
    }
  });

  it('leave nothing unfilled in their texts', () => {
    for (const { title, text, explanation } of all) {
      expect(`${title} ${text} ${explanation}`).not.toMatch(/[{}?]\s*$|\{|undefined/);
    }
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(8000);
    expect(new Set(all.map(({ locale }) => locale))).toEqual(new Set(['pl', 'en', 'uk']));
  });
});
