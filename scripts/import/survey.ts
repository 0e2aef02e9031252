import { PlainError } from '../plain-error.ts';
import { type Columns, cellOf, chosenColumns, findColumns } from './columns.ts';
import { type DateOrder, DateVotes } from './dates.ts';
import { FIELDS, type Field, isPersonal } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { openTable, type Table, type TableRow, tableRows } from './records.ts';

const DATE_FIELDS = ['received', 'ended', 'updated', 'answered'] as const satisfies readonly Field[];
export type DateField = (typeof DATE_FIELDS)[number];

/** Rows by which columns of one name are told apart. */
const SAMPLE = 500;

export type Survey = {
  table: Table;
  columns: Columns;
  rows: number;
  orders: Record<DateField, DateOrder>;
  /** What was decided, in words. */
  decisions: string[];
};

/** Reads the whole file once before anything is done: what it is written in, what its columns are, how its dates go. */
export async function surveyFile(file: string, mapping: Mapping): Promise<Survey> {
  const table = await openTable(file, mapping);
  const chosen = chosenColumns(mapping.columns, table.headers);
  const sample: TableRow[] = [];
  const votes = Object.fromEntries(DATE_FIELDS.map((field) => [field, new DateVotes()])) as Votes;
  let columns: Columns | null = null;
  let rows = 0;
  const settle = () => {
    const texts = (column: number) => sample.map(({ cells }) => (cells[column] ?? '').trim());
    const found = findColumns(table.headers, texts, chosen);
    for (const row of sample) vote(votes, found, row);
    return found;
  };
  for await (const row of tableRows(table)) {
    rows += 1;
    if (columns) vote(votes, columns, row);
    else sample.push(row);
    if (sample.length === SAMPLE) columns ??= settle();
  }
  columns ??= settle();
  checkColumns(columns, table, mapping);
  const orders = Object.fromEntries(
    DATE_FIELDS.map((field) => [field, mapping.dates ?? votes[field].order]),
  ) as Survey['orders'];
  const decisions = [
    ...describeFile(table, rows),
    ...describeColumns(table, columns),
    ...describeDates(votes, orders, mapping),
  ];
  return { table, columns, rows, orders, decisions };
}

type Votes = Record<DateField, DateVotes>;

function vote(votes: Votes, columns: Columns, { cells }: TableRow): void {
  for (const field of DATE_FIELDS) {
    const text = cellOf(columns, field, cells);
    if (text) votes[field].add(text);
  }
}

function checkColumns(columns: Columns, { headers }: Table, { values }: Mapping): void {
  const missing = (field: Field) => !columns[field] && values[field] === undefined;
  const has = `The file has: ${headers.join(', ')}. Name it with --column, for example --column received="${headers[0]}".`;
  if (missing('received')) throw new PlainError(`There is no column with the date of receipt. ${has}`);
  if (missing('text') && missing('category') && missing('subcategory')) {
    throw new PlainError(`There is neither a column with a text nor one with a category. ${has}`);
  }
}

const DELIMITER_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

function describeFile({ file, encoding, delimiter }: Table, rows: number): string[] {
  return [`${file}: ${rows} rows, cells parted by ${DELIMITER_NAMES[delimiter]}, written in ${encoding}`];
}

function describeColumns({ headers }: Table, columns: Columns): string[] {
  const used = FIELDS.flatMap((field) => {
    const names = columns[field]?.map((column) => `"${headers[column]}"`);
    return names ? [`  ${field} from ${names.join(' and ')}`] : [];
  });
  const taken = new Set(Object.values(columns).flat());
  const left = headers.filter((header, column) => !taken.has(column) && header !== '' && !isPersonal(header));
  const personal = headers.filter((header, column) => !taken.has(column) && isPersonal(header));
  return [
    'Columns:',
    ...used,
    ...(left.length > 0 ? [`  not read: ${left.join(', ')}`] : []),
    ...(personal.length > 0 ? [`  never read, because they say who reported: ${personal.join(', ')}`] : []),
  ];
}

function describeDates(votes: Votes, orders: Survey['orders'], mapping: Mapping): string[] {
  return DATE_FIELDS.flatMap((field) => {
    const { dayFirst, monthFirst, either, isGuess } = votes[field];
    if (dayFirst + monthFirst + either === 0) return [];
    const order = orders[field] === 'day-first' ? 'the day first' : 'the month first';
    const why = mapping.dates
      ? 'as you say'
      : isGuess
        ? 'a guess: no date of the column tells; say --dates month-first or day-first if it is wrong'
        : `${Math.max(dayFirst, monthFirst)} dates can be read in no other way${
            Math.min(dayFirst, monthFirst) > 0 ? `, ${Math.min(dayFirst, monthFirst)} contradict` : ''
          }`;
    return [`Dates of "${field}": ${order} (${why})`];
  });
}
