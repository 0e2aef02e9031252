import { isInfoline } from '#lib/directory/infoline.ts';
import { cut } from '#lib/platform/cut.ts';
import { env } from '#lib/platform/env.ts';
import { keyedHash, sha256 } from '#lib/platform/ids.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { isOver } from '#lib/submissions/imported.ts';
import { tidyText } from '#lib/submissions/schema.ts';
import { titleFrom } from '#lib/submissions/title.ts';
import { type Kind, MAX_TEXT } from '#lib/submissions/words.ts';
import { cellOf } from './columns.ts';
import type { Directory } from './directory.ts';
import { FIELDS } from './fields.ts';
import type { Mapping } from './mapping.ts';
import type { TableRow } from './records.ts';
import type { Report } from './report.ts';
import { type FieldRow, Refusal } from './row.ts';
import { Dates } from './row-dates.ts';
import { placeOf } from './row-place.ts';
import { outcomeFor, standOf } from './row-standing.ts';
import type { Survey } from './survey.ts';
import { kindOf } from './words.ts';

type Subject = { kind: Kind; category: string; title: string | null; text: string };

/** Turns rows of a table into cases; what cannot be one is told to the report. */
export class Converter {
  readonly #survey: Survey;
  readonly #mapping: Mapping;
  readonly #directory: Directory;
  readonly #report: Report;
  readonly #dates: Dates;
  /** The line in which each number stands. */
  readonly #lines = new Map<string, number>();

  constructor(survey: Survey, mapping: Mapping, directory: Directory, report: Report, present: Date) {
    this.#survey = survey;
    this.#mapping = mapping;
    this.#directory = directory;
    this.#report = report;
    this.#dates = new Dates(survey.orders, present);
  }

  /** The case of a row; null when it was refused. */
  async convert(row: TableRow): Promise<ImportedCase | null> {
    const fields = this.#fieldsOf(row);
    const id = cut(fields.get('id'), 200);
    try {
      return await this.#case(row, fields, id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#report.refuse(row.line, id, error.message, error.detail);
      return null;
    }
  }

  lineOf(externalId: string): number {
    return this.#lines.get(externalId) ?? 0;
  }

  #fieldsOf({ line, cells }: TableRow): FieldRow {
    const { columns } = this.#survey;
    return {
      line,
      get: (field) => tidyText(this.#mapping.values[field] ?? cellOf(columns, field, cells)),
      note: (note) => this.#report.note(line, note),
    };
  }

  async #case(row: TableRow, fields: FieldRow, id: string): Promise<ImportedCase> {
    this.#checkShape(row);
    const externalId = this.#identify(row, id);
    const dates = this.#dates.of(fields);
    const { kind, category, title, text } = await this.#subject(fields);
    const { status, outcome } = standOf(fields, kind, dates, this.#mapping, this.#report);
    const place = await placeOf(fields, this.#directory);
    const over = isOver(status);
    return {
      externalId,
      print: printOf(fields),
      kind,
      category,
      channel: 'IMPORT',
      locale: localeOf(fields),
      title,
      text,
      place,
      receivedAt: dates.received,
      status,
      outcome: over ? outcomeFor(kind, outcome, fields) : null,
      endedAt: over ? this.#dates.end(fields, dates) : null,
      answeredAt: dates.answered,
      department: this.#department(fields),
      duplicateOf: fields.get('duplicateOf') || null,
      explanation: over ? cut(fields.get('explanation'), MAX_TEXT) || null : null,
    };
  }

  #checkShape({ cells, broken }: TableRow): void {
    if (broken) {
      throw new Refusal(
        'From here on nothing can be read: a quotation mark opens a cell and is never closed.',
      );
    }
    const { length } = this.#survey.table.headers;
    if (cells.slice(length).some((cell) => cell.trim() !== '')) {
      throw new Refusal(
        'The row has more cells than the header: a delimiter stands in a text without quotation marks.',
        `${cells.length} instead of ${length}`,
      );
    }
  }

  /** Without a number of its own a row is known by what stands in it. */
  #identify({ line, cells }: TableRow, id: string): string {
    if (this.#survey.columns.id && !id) throw new Refusal('The row has no number of its own.');
    const externalId = id || this.#printed(cells);
    const earlier = this.#lines.get(externalId);
    if (earlier !== undefined) throw new Refusal('An earlier row has the same number.', `line ${earlier}`);
    this.#lines.set(externalId, line);
    return externalId;
  }

  #printed(cells: string[]): string {
    const print = `row-${sha256(JSON.stringify(cells)).slice(0, 20)}`;
    let externalId = print;
    for (let twin = 2; this.#lines.has(externalId); twin += 1) externalId = `${print}-${twin}`;
    return externalId;
  }

  async #subject(fields: FieldRow): Promise<Subject> {
    const [words, detail] = [fields.get('category'), fields.get('subcategory')];
    const title = fields.get('title');
    const said = fields.get('text') || title || [words, detail].filter(Boolean).join(': ');
    if (!said) throw new Refusal('There is neither a text nor a category.');
    if (said.length > MAX_TEXT) fields.note(`The text is longer than ${MAX_TEXT} signs and was cut.`);
    const text = cut(said, MAX_TEXT);
    const found = await this.#directory.category(this.#kind(fields), words, detail, text);
    const shown =
      found.how === 'text' || found.how === 'other'
        ? `by the text, or "other"`
        : `${found.code}, by ${found.how}`;
    this.#report.meaning('category', [words, detail].filter(Boolean).join(' / '), shown);
    return { kind: found.kind, category: found.code, title: title ? titleFrom(title) : null, text };
  }

  #kind(fields: FieldRow): Kind | null {
    const word = fields.get('kind');
    if (!word) return null;
    const kind = this.#mapping.kinds[word] ?? kindOf(word);
    if (!kind) fields.note(`The kind "${word}" is not understood: taken for a problem.`);
    return kind ?? 'PROBLEM';
  }

  #department(fields: FieldRow): string | null {
    const word = fields.get('department');
    if (!word) return null;
    const code = this.#directory.department(word);
    this.#report.meaning('department', word, code ?? 'no unit of ours');
    // What the infoline has is in nobody's hands yet.
    return code && !isInfoline(code) ? code : null;
  }
}

/** Changes when any field that is read does; says nothing of what stands in it. */
function printOf(fields: FieldRow): string {
  return keyedHash(env.keys.tracking, JSON.stringify(FIELDS.map((field) => fields.get(field)))).slice(0, 16);
}

const LANGUAGES: readonly [string, RegExp][] = [
  ['pl', /^(pl|pol|polish|polski)/i],
  ['en', /^(en|ang|english)/i],
  ['uk', /^(uk|ua|ukr|укр)/i],
];

function localeOf(fields: FieldRow): string {
  const word = fields.get('language');
  const found = LANGUAGES.find(([, words]) => words.test(word))?.[0];
  if (word && !found) fields.note(`The language "${word}" is not one of ours: taken for Polish.`);
  return found ?? 'pl';
}
