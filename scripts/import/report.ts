import { closeSync, openSync, writeSync } from 'node:fs';
import { csv, csvLine } from '#lib/platform/csv.ts';

const EXAMPLES = 5;

type Seen = { count: number; lines: number[] };

/** What is told of a run: rows refused with their reason, and what was read otherwise than it stands in the file. */
export class Report {
  readonly #file: string;
  #handle: number | undefined;
  refused = 0;
  readonly #reasons = new Map<string, Seen>();
  readonly #notes = new Map<string, Seen>();
  /** What words of the file were taken for, by field. */
  readonly #meanings = new Map<string, Map<string, { meaning: string; count: number }>>();

  constructor(file: string) {
    this.#file = file;
  }

  /** `reason` is a whole sentence without anything of the row; `detail` is the cell it is about. */
  refuse(line: number, id: string, reason: string, detail = ''): void {
    this.refused += 1;
    count(this.#reasons, reason, line);
    if (this.#handle === undefined) {
      this.#handle = openSync(this.#file, 'w', 0o600);
      writeSync(this.#handle, csv([['line', 'id', 'reason', 'value']]));
    }
    writeSync(this.#handle, csvLine([line, id, reason, detail]));
  }

  note(line: number, note: string): void {
    count(this.#notes, note, line);
  }

  meaning(field: string, word: string, meaning: string): void {
    const words = this.#meanings.get(field) ?? new Map();
    const key = `${word}\n${meaning}`;
    words.set(key, { meaning, count: (words.get(key)?.count ?? 0) + 1 });
    this.#meanings.set(field, words);
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  /** The whole as lines of text. */
  lines(): string[] {
    const meanings = [...this.#meanings].flatMap(([field, words]) => [
      `What the words of "${field}" were taken for:`,
      ...[...words]
        .sort(([, a], [, b]) => b.count - a.count)
        .slice(0, 40)
        .map(
          ([key, { meaning, count: rows }]) => `  ${key.split('\n')[0] || '(empty)'} → ${meaning} (${rows})`,
        ),
      ...(words.size > 40 ? [`  … and ${words.size - 40} more`] : []),
    ]);
    return [
      ...meanings,
      ...listed('Read otherwise than it stands in the file:', this.#notes),
      ...listed(`Refused, listed in ${this.#file}:`, this.#reasons),
    ];
  }
}

function count(map: Map<string, Seen>, key: string, line: number): void {
  const seen = map.get(key) ?? { count: 0, lines: [] };
  seen.count += 1;
  if (seen.lines.length < EXAMPLES) seen.lines.push(line);
  map.set(key, seen);
}

function listed(title: string, seen: Map<string, Seen>): string[] {
  if (seen.size === 0) return [];
  const lines = [...seen]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([text, { count: rows, lines: at }]) => {
      const more = rows > at.length ? ', …' : '';
      return `  ${rows} × ${text} (line ${at.join(', ')}${more})`;
    });
  return [title, ...lines];
}
