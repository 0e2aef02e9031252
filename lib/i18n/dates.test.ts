import { afterEach, describe, expect, it } from 'vitest';
import { now, shiftClock } from '#lib/platform/clock.ts';
import { formatDate, formatDay } from './dates.ts';

const SPACE = '\u00a0';

afterEach(() => shiftClock(0));

function itIs(moment: string) {
  shiftClock(new Date(moment).getTime() - now().getTime());
}

describe('dates in words', () => {
  it('are in the time of Kraków, also across midnight and daylight saving', () => {
    itIs('2026-11-20T12:00:00Z');
    expect(formatDate('pl', new Date('2026-11-18T10:42:00Z'), 'moment')).toBe(
      `środa, 18${SPACE}listopada, 11:42`,
    );
    expect(formatDate('pl', new Date('2026-07-18T22:30:00Z'), 'moment')).toBe(
      `niedziela, 19${SPACE}lipca, 0:30`,
    );
  });

  it('say the year only when it is another one', () => {
    itIs('2026-12-31T23:30:00Z');
    expect(formatDate('pl', new Date('2027-01-01T12:00:00Z'), 'day')).toBe(`1${SPACE}stycznia`);
    expect(formatDate('pl', new Date('2026-12-31T12:00:00Z'), 'day')).toBe(`31${SPACE}grudnia 2026`);
  });

  it('read a calendar day as that day', () => {
    itIs('2026-11-20T12:00:00Z');
    expect(formatDay('pl', '2026-11-22', 'date')).toBe(`22${SPACE}listopada 2026`);
    expect(formatDay('pl', '2026-11-22', 'weekday')).toBe(`niedziela, 22${SPACE}listopada`);
  });
});
