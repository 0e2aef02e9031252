import { describe, expect, it } from 'vitest';
import { dailyWindow, dayOf, dueDay, occasionOf } from './daily-window.ts';

describe('the window of a daily mail', () => {
  it('reaches back to the working day before, over weekends and holidays, in Kraków’s time', () => {
    expect(dailyWindow('2026-11-25')).toEqual({
      from: new Date('2026-11-24T06:00:00Z'),
      to: new Date('2026-11-25T06:00:00Z'),
    });
    expect(dailyWindow('2026-11-23').from).toEqual(new Date('2026-11-20T06:00:00Z'));
    // 11 November is a holiday; the clocks changed on 29 March.
    expect(dailyWindow('2026-11-12').from).toEqual(new Date('2026-11-10T06:00:00Z'));
    expect(dailyWindow('2026-03-30')).toEqual({
      from: new Date('2026-03-27T06:00:00Z'),
      to: new Date('2026-03-30T05:00:00Z'),
    });
  });

  it('is due from seven on, on working days alone', () => {
    expect(dueDay(new Date('2026-11-25T05:59:59Z'))).toBeNull();
    expect(dueDay(new Date('2026-11-25T06:00:00Z'))).toBe('2026-11-25');
    expect(dueDay(new Date('2026-11-25T20:00:00Z'))).toBe('2026-11-25');
    expect(dueDay(new Date('2026-11-22T12:00:00Z'))).toBeNull();
  });

  it('is found again in its occasion', () => {
    expect(dayOf(occasionOf('2026-11-25'))).toBe('2026-11-25');
    expect(dayOf('event:12')).toBeNull();
  });
});
