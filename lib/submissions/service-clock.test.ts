import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityDay, cityMidnight } from '#lib/platform/clock.ts';
import {
  addWorkingDays,
  cameBefore,
  isWorkingDay,
  lastDayOfTerm,
  workingDaysBetween,
} from './service-clock.ts';

const at = (day: string, hours = 12) => new Date(cityMidnight(day).getTime() + hours * 3_600_000);
const lastDay = (from: string, days: number) => lastDayOfTerm(addWorkingDays(at(from), days));

describe('working days of Kraków', () => {
  it('skips weekends', () => {
    expect(lastDay('2026-09-18', 1)).toBe('2026-09-21');
    expect(lastDay('2026-09-19', 1)).toBe('2026-09-21');
    expect(lastDay('2026-09-14', 5)).toBe('2026-09-21');
  });

  it.each([
    ['New Year', '2027-01-01'],
    ['Epiphany', '2026-01-06'],
    ['Easter Monday', '2026-04-06'],
    ['Labour Day', '2026-05-01'],
    ['Constitution Day', '2027-05-03'],
    ['Corpus Christi', '2026-06-04'],
    ['Assumption', '2025-08-15'],
    ['All Saints', '2027-11-01'],
    ['Independence Day', '2026-11-11'],
    ['Christmas Eve since 2025', '2026-12-24'],
    ['Christmas', '2026-12-25'],
    ['second day of Christmas', '2025-12-26'],
  ])('%s (%s) is a day off', (_name, day) => expect(isWorkingDay(day)).toBe(false));

  it('knows days that are celebrated and worked', () => {
    for (const day of ['2024-12-24', '2026-12-31', '2026-04-03', '2026-05-26', '2026-06-23']) {
      expect(isWorkingDay(day), day).toBe(true);
    }
  });

  it('never promises the May weekend, Easter or Christmas', () => {
    expect(lastDay('2026-04-30', 1)).toBe('2026-05-04');
    expect(lastDay('2026-04-02', 2)).toBe('2026-04-07');
    expect(lastDay('2026-12-23', 1)).toBe('2026-12-28');
    expect(lastDay('2026-11-10', 1)).toBe('2026-11-12');
  });

  it('ends at the Kraków midnight after the last day, on both sides of daylight saving', () => {
    expect(addWorkingDays(new Date('2026-03-27T10:00:00Z'), 1).toISOString()).toBe(
      '2026-03-30T22:00:00.000Z',
    );
    expect(addWorkingDays(new Date('2026-10-23T10:00:00Z'), 1).toISOString()).toBe(
      '2026-10-26T23:00:00.000Z',
    );
  });

  it('counts from the day in Kraków, not in UTC', () => {
    // 22:30 UTC on Sunday is already Monday in Kraków.
    expect(lastDayOfTerm(addWorkingDays(new Date('2026-09-20T22:30:00Z'), 1))).toBe('2026-09-22');
  });

  it('ends a term of no days with the first working day', () => {
    expect(lastDay('2026-09-18', 0)).toBe('2026-09-18');
    expect(lastDay('2026-05-01', 0)).toBe('2026-05-04');
  });

  it('refuses what is not a term', () => {
    for (const days of [-1, 0.5, Number.NaN, 100_000])
      expect(() => addWorkingDays(at('2026-09-18'), days)).toThrow();
  });

  it('measures what it promised, and always ends on a working day', () => {
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const due = addWorkingDays(from, days);
        const within = new Date(due.getTime() - 1);
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        expect(isWorkingDay(cityDay(within))).toBe(true);
        if (days > 0) expect(workingDaysBetween(from, within)).toBe(days);
        expect(workingDaysBetween(within, from)).toBe(-workingDaysBetween(from, within) || 0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what has waited too long', () => {
  it.each([
    // A Wednesday: what came on Monday had the whole Tuesday.
    ['2026-11-25T09:00:00Z', '2026-11-24'],
    // A Monday and a Sunday: what came on Thursday had the whole Friday.
    ['2026-11-23T09:00:00Z', '2026-11-20'],
    ['2026-11-22T09:00:00Z', '2026-11-20'],
    // The day after Independence Day: what came on Monday had the whole Tuesday.
    ['2026-11-12T09:00:00Z', '2026-11-10'],
  ])('at %s came before %s', (present, day) => {
    expect(cameBefore(new Date(present), 1)).toEqual(cityMidnight(day));
  });

  it('is exactly what a term of so many days is over for', () => {
    const present = new Date('2026-12-28T10:00:00Z');
    for (const days of [0, 1, 3]) {
      const limit = cameBefore(present, days);
      expect(addWorkingDays(new Date(limit.getTime() - 1), days) <= present).toBe(true);
      expect(addWorkingDays(limit, days) > present).toBe(true);
    }
  });
});
