import { describe, expect, it } from 'vitest';
import { DateVotes, toMoment } from './dates.ts';

const read = (text: string, order: 'day-first' | 'month-first' = 'day-first') =>
  toMoment(text, order)?.toISOString() ?? null;

describe('dates as other systems write them', () => {
  it.each([
    ['2024-03-05', '2024-03-04T23:00:00.000Z'],
    ['2024-03-05T14:05:30', '2024-03-05T13:05:30.000Z'],
    ['2024-07-05 14:05:30.123', '2024-07-05T12:05:30.000Z'],
    ['2024-03-05T14:05:00Z', '2024-03-05T14:05:00.000Z'],
    ['2024-03-05T14:05:00+0100', '2024-03-05T13:05:00.000Z'],
    ['2024-03-05 14:05:00.5-05:00', '2024-03-05T19:05:00.500Z'],
    ['2024/3/5 8:15', '2024-03-05T07:15:00.000Z'],
    ['31.12.2024 14:05', '2024-12-31T13:05:00.000Z'],
    ['31.12.2024, 14:05:09', '2024-12-31T13:05:09.000Z'],
    ['31/12/2024', '2024-12-30T23:00:00.000Z'],
    ['5-3-24', '2024-03-04T23:00:00.000Z'],
    ['5 marca 2024 r.', '2024-03-04T23:00:00.000Z'],
    ['5 mar 2024, 2:05 PM', '2024-03-05T13:05:00.000Z'],
    ['Mar 5, 2024', '2024-03-04T23:00:00.000Z'],
    ['20240305', '2024-03-04T23:00:00.000Z'],
    ['1709643900', '2024-03-05T13:05:00.000Z'],
    ['1709643900000', '2024-03-05T13:05:00.000Z'],
    ['45356.5', '2024-03-05T11:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['12/31/2024 02:05:00 PM', '2024-12-31T13:05:00.000Z'],
    ['12/31/2024 12:05:00 AM', '2024-12-30T23:05:00.000Z'],
    ['12/31/2024 12:05 p.m.', '2024-12-31T11:05:00.000Z'],
  ])('%s, the month first', (text, expected) => {
    expect(read(text, 'month-first')).toBe(expected);
  });

  it.each([
    '',
    'wczoraj',
    '31.02.2024',
    '2024-13-01',
    '12/31/2024',
    '2024-03-05 25:00',
    '5 brumaire 2024',
    '12345',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('keeps the hours of the days on which the clock is moved', () => {
    expect(read('2024-03-31 01:30')).toBe('2024-03-31T00:30:00.000Z');
    expect(read('2024-03-31 04:30')).toBe('2024-03-31T02:30:00.000Z');
    expect(read('2024-10-27 01:30')).toBe('2024-10-26T23:30:00.000Z');
    expect(read('2024-10-27 04:30')).toBe('2024-10-27T03:30:00.000Z');
  });
});

describe('which number is the day', () => {
  const votes = (...texts: string[]) => {
    const all = new DateVotes();
    for (const text of texts) all.add(text);
    return all;
  };

  it('is decided by the dates that leave no choice', () => {
    expect(votes('03/04/2024', '03/25/2024').order).toBe('month-first');
    expect(votes('03/04/2024', '25/03/2024').order).toBe('day-first');
    expect(votes('03/25/2024', '04/26/2024', '27/03/2024')).toMatchObject({
      order: 'month-first',
      isGuess: false,
    });
  });

  it('else by how they are written, and it is called a guess', () => {
    expect(votes('03.04.2024')).toMatchObject({ order: 'day-first', isGuess: true });
    expect(votes('03/04/2024 02:05 PM')).toMatchObject({ order: 'month-first', isGuess: true });
    expect(votes('2024-03-04', '04/04/2024').isGuess).toBe(false);
  });
});
