import { readFileSync, writeFileSync } from 'node:fs';

/** What a stage counted. A failed check outside any test is a failure with the check's name. */
export type Tally = { passed: number; failed: number; skipped: number };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Where a test runner leaves its counts for `npm test`; unset when it was started by hand. */
const FILE = 'KONTAKT_TALLY';

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The setting by which a runner is told where to leave its counts. */
export function tallyTo(file: string): Record<string, string> {
  return { [FILE]: file };
}

/** Called by our reporters at the end of a run. */
export function leaveTally(tally: Tally): void {
  const file = process.env[FILE];
  if (file) writeFileSync(file, JSON.stringify(tally));
}

/** The counts that a runner left; undefined when it ended before it could. */
export function readTally(file: string): Tally | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    return undefined;
  }
}
