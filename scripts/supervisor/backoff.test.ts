import { describe, expect, it } from 'vitest';
import { countEnd, type End, NO_ENDS, pauseAfter } from './backoff.ts';

function pauses(ends: End[]): (number | undefined)[] {
  let count = NO_ENDS;
  return ends.map((end) => {
    count = countEnd(count, end);
    return pauseAfter(count);
  });
}

const neverReady: End = { workedMs: undefined };

describe('a process that ends by itself', () => {
  it('is started again, with longer pauses the more often it ends', () => {
    expect(pauses(Array(7).fill({ workedMs: 100 }))).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  });

  it('is given up when it does not get ready five times in a row', () => {
    expect(pauses(Array(5).fill(neverReady))).toEqual([250, 500, 1000, 2000, undefined]);
  });

  it('is not given up for a failed start between good ones', () => {
    const ends = Array.from({ length: 12 }, (_, i) => (i % 4 === 3 ? { workedMs: 60_000 } : neverReady));
    expect(pauses(ends)).not.toContain(undefined);
  });

  it('starts again quickly after it worked well for a while', () => {
    expect(pauses([{ workedMs: 100 }, { workedMs: 100 }, { workedMs: 60_000 }])).toEqual([250, 500, 250]);
  });

  it('is given up when it ends right after every start', () => {
    expect(pauses(Array(30).fill({ workedMs: 50 })).at(-1)).toBeUndefined();
  });
});
