import { describe, expect, it } from 'vitest';
import { whenToCall } from './when-to-call.ts';

describe('when to call back', () => {
  it.each([
    ['in the morning', '2026-11-25T08:20:00Z', '2026-11-25', '11:00'],
    ['in the afternoon', '2026-11-25T16:59:00Z', '2026-11-25', '19:00'],
    ['in the evening', '2026-11-25T18:30:00Z', '2026-11-26', '09:00'],
    ['late', '2026-11-25T22:30:00Z', '2026-11-26', '09:00'],
    ['at night', '2026-11-26T02:00:00Z', '2026-11-26', '09:00'],
    ['on the night of the clock change', '2026-10-24T23:30:00Z', '2026-10-25', '09:00'],
  ])('%s', (_when, present, day, time) => {
    expect(whenToCall(new Date(present))).toEqual({ day, time });
  });
});
