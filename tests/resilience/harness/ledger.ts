import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';

/** What a resident was told is done: the address of the confirmation holds the tracking code. */
export type Filed = {
  type: 'filed';
  code: string;
  draft: string;
  /** Words that stand in this submission and in no other. */
  mark: string;
  email: string | null;
  /** SHA-256 of each photo, in the order in which they were sent. */
  photos: string[];
};

/** What a member of staff was told is done. */
export type Done = {
  type: 'done';
  code: string;
  reference: string;
  command: 'forward' | 'take' | 'resolve';
  photos: string[];
};

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Every acknowledgement, written down outside the database at the moment it came. */
export class Ledger {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    appendFileSync(file, '');
  }

  write(entry: Filed | Done): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  #read(): (Filed | Done)[] {
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Filed | Done);
  }

  filed(): Filed[] {
    return this.#read().filter((entry) => entry.type === 'filed');
  }

  done(): Done[] {
    return this.#read().filter((entry) => entry.type === 'done');
  }
}
