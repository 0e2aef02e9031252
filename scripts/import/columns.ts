import { PlainError } from '../plain-error.ts';
import { FIELD_NAMES, FIELDS, type Field, isPersonal, JOINED_FIELDS, plainHeader } from './fields.ts';
import { readPoint } from './points.ts';
import { kindOf } from './words.ts';

/** Which columns each field is read from, by their place in a row. */
export type Columns = Partial<Record<Field, number[]>>;

/** The values a column has in the first rows, to tell columns of one name apart. */
export type Sample = (column: number) => string[];

/** Shorter names stand inside others by chance. */
const LEAST_CONTAINED = 7;

/** Columns named by a person: a header as it stands there, or its number from 1 written `#3`. */
export function chosenColumns(
  given: Partial<Record<Field, string | string[]>>,
  headers: readonly string[],
): Columns {
  const chosen: Columns = {};
  for (const [field, named] of Object.entries(given)) {
    chosen[field as Field] = [named].flat().map((name) => columnNamed(name, headers));
  }
  return chosen;
}

function columnNamed(name: string, headers: readonly string[]): number {
  const number = /^#(\d+)$/.exec(name)?.[1];
  const column = number
    ? Number(number) - 1
    : headers.findIndex((header) => header === name || plainHeader(header) === plainHeader(name));
  if (headers[column] !== undefined) return column;
  throw new PlainError(`There is no column "${name}". The file has: ${headers.join(', ')}.`);
}

/** Finds a column for each field by its header; what a person chose stands. */
export function findColumns(headers: readonly string[], sample: Sample, chosen: Columns = {}): Columns {
  const columns: Columns = { ...chosen };
  const used = new Set(Object.values(chosen).flat());
  const free = headers
    .map((header, column) => ({ header: plainHeader(header), column }))
    .filter(({ column }) => !used.has(column) && !isPersonal(headers[column] ?? ''));
  const takes = (field: Field, fits: (header: string, name: string) => boolean) => {
    if (columns[field]) return;
    for (const name of FIELD_NAMES[field]) {
      const found = free.find(
        ({ header, column }) => !used.has(column) && fits(header, name) && holds(field, sample(column)),
      );
      if (!found) continue;
      used.add(found.column);
      columns[field] = [found.column];
      return;
    }
  };
  for (const field of FIELDS) takes(field, (header, name) => header === name);
  for (const field of FIELDS) {
    takes(field, (header, name) => name.length >= LEAST_CONTAINED && header.includes(name));
  }
  return withHouse(columns);
}

/** Where a name alone does not tell, the values do. */
function holds(field: Field, values: string[]): boolean {
  const filled = values.filter(Boolean);
  if (field === 'kind') return filled.length > 0 && filled.every((value) => kindOf(value) !== null);
  if (field === 'point') return filled.length > 0 && filled.some((value) => readPoint(value) !== null);
  return true;
}

/** A street and its number stand in two columns and are one address. */
function withHouse(columns: Columns): Columns {
  const { house, ...rest } = columns;
  if (!house || !rest.address) return columns;
  return { ...rest, address: [...rest.address, ...house] };
}

/** The text of a field in a row: trimmed, several columns joined, empty when there is none. */
export function cellOf(columns: Columns, field: Field, cells: readonly string[]): string {
  const places = columns[field] ?? [];
  const texts = places.map((column) => (cells[column] ?? '').trim()).filter((text) => !isNothing(text));
  return texts.join(JOINED_FIELDS.includes(field) && field !== 'address' ? '\n' : ' ');
}

/** How programs write that there is nothing. */
function isNothing(text: string): boolean {
  return /^(|null|\(null\)|none|n\/a|nan|nil|undefined|brak|brak danych|-|--|unspecified)$/i.test(text);
}
