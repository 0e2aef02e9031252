import { SYSTEM } from '#lib/access/actor.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { importSubmissions } from '#lib/submissions/commands/import.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { MadeUpYears } from './years/cases.ts';

const SOURCE = 'demonstration';
const BATCH = 500;
const YEARS = 2;
/** The demonstration's own cases are of the last sixty days: these are older, and have the lower numbers. */
const OLDER_THAN_MS = 61 * 86_400_000;

/**
 * Adds so many made-up cases of the last years, so that lists, map and statistics show a living city. They go the way
 * of an import, but for their texts: those are plainly invented, and shown. Interrupted, it goes on where it stopped.
 */
export async function seedDemoYears(rows: number): Promise<void> {
  if (rows === 0) return;
  // The same day gives the same cases: a start that was broken off is finished by the next.
  const until = new Date(`${cityDay(now())}T00:00:00Z`);
  const last = until.getUTCFullYear();
  const years = Array.from({ length: YEARS + 1 }, (_, index) => last - YEARS + index);
  const filedBefore = new Date(until.getTime() - OLDER_THAN_MS);
  const made = new MadeUpYears({ years, rows, seed: SOURCE, until, filedBefore });
  let batch: ImportedCase[] = [];
  const bring = async () => {
    await importSubmissions(SYSTEM, { source: SOURCE, cases: batch, released: true });
    batch = [];
  };
  for (const one of made.cases()) {
    batch.push(one);
    if (batch.length === BATCH) await bring();
  }
  await bring();
}
