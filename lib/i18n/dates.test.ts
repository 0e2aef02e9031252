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

  it.each([
    ['pl', 'środa, 18 listopada, 11:42', '18 listopada 2026', '18.11.2026, 11:42', '1 stycznia 2027'],
    ['en', 'Wednesday 18 November, 11:42', '18 November 2026', '18/11/2026, 11:42', '1 January 2027'],
    ['uk', 'середа, 18 листопада, 11:42', '18 листопада 2026 року', '18.11.2026, 11:42', '1 січня 2027 року'],
  ])('are said as people say them in %s, by the clock of Kraków', (locale, moment, date, short, next) => {
    itIs('2026-11-20T12:00:00Z');
    const at = new Date('2026-11-18T10:42:00Z');
    const plain = (text: string) => text.replaceAll(SPACE, ' ');
    expect(plain(formatDate(locale, at, 'moment'))).toBe(moment);
    expect(plain(formatDate(locale, at, 'date'))).toBe(date);
    expect(plain(formatDate(locale, at, 'short'))).toBe(short);
    expect(plain(formatDate(locale, new Date('2026-12-31T23:30:00Z')))).toBe(next);
  });

  it('read a calendar day as that day', () => {
    itIs('2026-11-20T12:00:00Z');
    expect(formatDay('pl', '2026-11-22', 'date')).toBe(`22${SPACE}listopada 2026`);
    expect(formatDay('pl', '2026-11-22', 'weekday')).toBe(`niedziela, 22${SPACE}listopada`);
  });
});
