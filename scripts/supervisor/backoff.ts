const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** A process that worked this long is healthy: whatever ended it then has nothing to do with earlier ends. */
const HEALTHY_MS = 3_000;
const ENDS_WITHOUT_START = 5;
const ENDS_IN_A_ROW = 30;

/** How a process that should run for ever ended. */
export type End = {
  /** Milliseconds it worked after it said it was ready; undefined when it never got so far. */
  workedMs: number | undefined;
};

/** Counts ends in a row: those that never got ready, and all. */
export type Ends = { withoutStart: number; inARow: number };

export const NO_ENDS: Ends = { withoutStart: 0, inARow: 0 };

export function countEnd(before: Ends, end: End): Ends {
  if (end.workedMs === undefined) return { withoutStart: before.withoutStart + 1, inARow: before.inARow + 1 };
  return { withoutStart: 0, inARow: end.workedMs >= HEALTHY_MS ? 1 : before.inARow + 1 };
}

/** Milliseconds until the next start, or undefined when starting again has no sense. */
export function pauseAfter(ends: Ends): number | undefined {
  if (ends.withoutStart >= ENDS_WITHOUT_START || ends.inARow >= ENDS_IN_A_ROW) return undefined;
  return Math.min(FIRST_PAUSE_MS * 2 ** (ends.inARow - 1), LONGEST_PAUSE_MS);
}
