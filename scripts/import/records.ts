import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { PlainError } from '../plain-error.ts';
import { type Delimiter, detectDelimiter, hintOf } from './dialect.ts';
import { decodedText, detectEncoding, type Encoding } from './encoding.ts';

/** One row of the table, with the line of the file in which it begins. `broken`: nothing can be read from there on. */
export type TableRow = { line: number; cells: string[]; broken?: true };

export type Table = {
  file: string;
  encoding: Encoding;
  delimiter: Delimiter;
  /** False where quotation marks are a part of the text, as in some tab-separated files. */
  quoted: boolean;
  headers: string[];
};

/** A quotation mark that is never closed would make one row of the rest of the file. */
const LONGEST_ROW = 500_000;

/** Looks at how the file is written; what is `given` is believed. */
export async function openTable(
  file: string,
  given: { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined },
): Promise<Table> {
  const encoding = given.encoding ?? (await detectEncoding(file));
  const start = await beginning(file, encoding);
  const delimiter = given.delimiter ?? hintOf(start)?.delimiter ?? detectDelimiter(start);
  const table: Table = { file, encoding, delimiter, quoted: true, headers: [] };
  table.quoted = await areQuoted(table);
  for await (const { cells } of rowsFrom(table)) {
    table.headers = cells.map((cell) => cell.trim());
    break;
  }
  if (table.headers.length === 0) throw new PlainError(`There is nothing in ${file}.`);
  return table;
}

const SAMPLE_LENGTH = 200_000;

async function beginning(file: string, encoding: Encoding): Promise<string> {
  let start = '';
  for await (const text of decodedText(file, encoding)) {
    start += text;
    if (start.length >= SAMPLE_LENGTH) break;
  }
  return start;
}

/**
 * Whether quotation marks hold cells together here. They are a part of the text where some cell begins with one and does
 * not end with one, while all rows are as wide as the header when nothing is made of them.
 */
async function areQuoted(table: Table): Promise<boolean> {
  let width = 0;
  let open = 0;
  for await (const { cells } of rowsFrom({ ...table, quoted: false })) {
    width ||= cells.length;
    if (cells.length !== width && cells.some(Boolean)) return true;
    open += cells.filter((cell) => cell.startsWith('"') && !/^"(""|[^"])*"$/.test(cell.trim())).length;
  }
  return open === 0;
}

/** The rows below the header, one by one; empty lines are passed over. */
export async function* tableRows(table: Table): AsyncGenerator<TableRow> {
  let header = true;
  for await (const row of rowsFrom(table)) {
    if (!header && (row.broken || row.cells.some((cell) => cell.trim() !== ''))) yield row;
    header = false;
  }
}

type Parsed = { record: string[]; info: Info };

async function* rowsFrom({ file, encoding, delimiter, quoted }: Table): AsyncGenerator<TableRow> {
  const text = new HintedText(file, encoding);
  const parser = parse({
    delimiter,
    quote: quoted ? '"' : false,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    info: true,
  });
  const source = Readable.from(text.pieces());
  source.on('error', (error) => parser.destroy(error));
  let line = 1;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      yield { line: line + text.skipped, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line: line + text.skipped, cells: [], broken: true };
  }
}

/** The text of a file with one kind of line end, and without the line that a spreadsheet left for itself. */
class HintedText {
  readonly #file: string;
  readonly #encoding: Encoding;
  /** Lines left out at the beginning. */
  skipped = 0;

  constructor(file: string, encoding: Encoding) {
    this.#file = file;
    this.#encoding = encoding;
  }

  async *pieces(): AsyncGenerator<string> {
    let first = true;
    for await (const text of unifiedLines(decodedText(this.#file, this.#encoding))) {
      const length = (first && hintOf(text)?.length) || 0;
      this.skipped ||= length > 0 ? 1 : 0;
      first &&= text === '';
      yield text.slice(length);
    }
  }
}

/** The parser counts a line end of two signs within a cell twice. */
async function* unifiedLines(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const whole = held + text;
    held = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}
