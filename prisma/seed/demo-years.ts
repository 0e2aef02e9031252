import { SYSTEM } from '#lib/access/actor.ts';
import { importSubmissions } from '#lib/submissions/commands/import.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { MadeUpYears } from './years/cases.ts';
import { planStory } from './years/plan.ts';

export const SOURCE = 'demonstration';
const BATCH = 1000;

/**
 * Made-up cases of the months up to `until`, so that lists, map and statistics show a living city. They go the way of an
 * import, but for their texts: those are plainly invented, and shown. Interrupted, it goes on where it stopped: the same
 * day gives the same cases.
 */
export class DemoYears {
  readonly #cases: Iterator<ImportedCase>;
  #next: ImportedCase | undefined;

  constructor(rows: number, until: Date) {
    const months = rows === 0 ? [] : planStory(rows, until);
    this.#cases = new MadeUpYears({ months, seed: SOURCE, until }).cases();
    this.#turn();
  }

  /** Adds what was filed before this moment and is not here yet; everything, when none is said. */
  async bring(before?: Date): Promise<void> {
    let after: Promise<unknown> | undefined;
    for (let batch = this.#batch(before); batch.length > 0; batch = this.#batch(before)) {
      // While the database writes one batch the next is made ready, and no more than that.
      const writing = importSubmissions(SYSTEM, { source: SOURCE, cases: batch, released: true, after });
      writing.catch(() => undefined);
      await after;
      after = writing;
    }
    await after;
  }

  #batch(before: Date | undefined): ImportedCase[] {
    const batch: ImportedCase[] = [];
    while (batch.length < BATCH && this.#next && (!before || this.#next.receivedAt < before)) {
      batch.push(this.#next);
      this.#turn();
    }
    return batch;
  }

  #turn(): void {
    this.#next = this.#cases.next().value;
  }
}
