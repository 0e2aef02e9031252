import { afterEach, describe, expect, it } from 'vitest';
import { addDays, cityDay, cityMidnight, isDay, now, shiftClock } from './clock.ts';

afterEach(() => shiftClock(0));

describe('a day', () => {
  it('is one that the calendar has, written in the one way', () => {
    expect(['2026-02-28', '2028-02-29', '2026-12-31'].filter(isDay)).toHaveLength(3);
    const none = [
      '2026-02-29',
      '2026-02-31',
      '2026-13-01',
      '1999-12-31',
      '0001-01-01',
      '2026-2-3',
      '',
      null,
      ['2026-01-01'],
    ];
    expect(none.filter(isDay)).toEqual([]);
  });
});

describe('the clock', () => {
  it('tells the present, and a shifted present in tests', () => {
    const before = Date.now();
    expect(now().getTime()).toBeGreaterThanOrEqual(before);
    shiftClock(86_400_000);
    expect(now().getTime() - before).toBeGreaterThanOrEqual(86_400_000);
    expect(now().getTime() - before).toBeLessThan(86_460_000);
  });

  it('goes back when the shift is taken away', () => {
    shiftClock(-3_600_000);
    shiftClock(0);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  });
});

describe('the day in Kraków', () => {
  it.each([
    ['2026-01-15T22:59:59Z', '2026-01-15', 'a second before midnight in winter'],
    ['2026-01-15T23:00:00Z', '2026-01-16', 'midnight in winter'],
    ['2026-07-15T21:59:59Z', '2026-07-15', 'a second before midnight in summer'],
    ['2026-07-15T22:00:00Z', '2026-07-16', 'midnight in summer'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'the new year, an hour before UTC'],
  ])('%s is %s: %s', (at, day) => {
    expect(cityDay(new Date(at))).toBe(day);
  });
});

describe('midnight in Kraków', () => {
  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', 'in winter'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z', 'in summer'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 'on the day that loses an hour'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z', 'on the day after'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 'on the day that gains an hour'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z', 'on the day after that'],
    ['2028-02-29', '2028-02-28T23:00:00.000Z', 'on a leap day'],
  ])('%s begins at %s: %s', (day, at) => {
    expect(cityMidnight(day).toISOString()).toBe(at);
  });

  it('begins the day it is asked for, on each day of five years', () => {
    let day = '2024-01-01';
    for (let i = 0; i < 5 * 365; i += 1) {
      const midnight = cityMidnight(day);
      expect(cityDay(midnight)).toBe(day);
      expect(cityDay(new Date(midnight.getTime() - 1))).toBe(addDays(day, -1));
      day = addDays(day, 1);
    }
  });

  it.each(['2026-02-30', 'tomorrow', '', '2026-13-01'])('refuses %j, which is no day', (day) => {
    expect(() => cityMidnight(day)).toThrow(RangeError);
  });
});

describe('adding days', () => {
  it.each([
    ['2026-03-28', 2, '2026-03-30', 'across the change to summer time'],
    ['2026-10-24', 2, '2026-10-26', 'across the change to winter time'],
    ['2026-12-31', 1, '2027-01-01', 'across the new year'],
    ['2026-03-01', -1, '2026-02-28', 'backwards'],
    ['2026-06-01', 0, '2026-06-01', 'none at all'],
  ])('%s and %i days are %s: %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });
});
