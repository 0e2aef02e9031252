import { LOCALES } from '#lib/i18n/languages.ts';
import type { Value, Values } from '#lib/platform/changes.ts';
import type { FieldErrors } from '#lib/platform/errors.ts';
import type { FieldSpec } from './record-dto.ts';

/** Between a form, whose fields have flat names, and the values of a record, which lie in one another. */

/** More questions and answers than any card has. */
const MOST_PAIRS = 6;

type Submitted = Record<string, unknown>;

const typed = (submitted: Submitted, name: string) => {
  const value = submitted[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
};

/** The values that a form was sent with; `before` gives those that are chosen once and stay. */
export function readForm(fields: readonly FieldSpec[], submitted: Submitted, before: Values | null): Values {
  const values: Values = {};
  for (const field of fields) {
    const kept = field.fixed && before ? valueAt(before, field.name) : readField(field, submitted);
    put(values, field.name.split('.'), kept);
  }
  return values;
}

function readField(field: FieldSpec, submitted: Submitted): Value {
  if (field.type === 'check') return Boolean(submitted[field.name]);
  if (field.type === 'checks') return [submitted[field.name] ?? []].flat().map(String);
  if (field.type === 'pairs') return readPairs(field.name, submitted);
  if (field.languages) return readLanguages(field, submitted);
  return readOne(field, typed(submitted, field.name));
}

function readOne(field: FieldSpec, text: string): Value {
  if (field.list)
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  if (text === '') return field.optional ? null : '';
  return field.type === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** An optional text that no language has is nothing at all; one that some have keeps its gaps. */
function readLanguages(field: FieldSpec, submitted: Submitted): Value {
  const texts = LOCALES.map((code) => [code, typed(submitted, `${field.name}.${code}`)] as const);
  if (field.optional && !field.list && texts.every(([, text]) => text === '')) return null;
  return Object.fromEntries(
    texts.map(([code, text]) => [code, readOne({ ...field, optional: undefined } as FieldSpec, text)]),
  );
}

function readPairs(name: string, submitted: Submitted): Value {
  const rows = Array.from({ length: MOST_PAIRS }, (_, index) => {
    const part = (key: string) =>
      Object.fromEntries(LOCALES.map((code) => [code, typed(submitted, `${name}.${index}.${key}.${code}`)]));
    return { question: part('question'), answer: part('answer') };
  });
  return rows.filter(({ question, answer }) =>
    [question, answer].some((one) => Object.values(one).some(Boolean)),
  );
}

/** The value that lies at a name. */
export function valueAt(values: Values, name: string): Value {
  let value: Value = values;
  for (const step of name.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    value = value[step] ?? null;
  }
  return value;
}

function put(values: Values, [step = '', ...rest]: string[], value: Value): void {
  if (rest.length === 0) {
    values[step] = value;
    return;
  }
  const below = (values[step] ?? {}) as Values;
  values[step] = below;
  put(below, rest, value);
}

type Issue = { path: PropertyKey[]; message: string };

/** What a check complained of, at the fields as the form calls them. */
export function errorsAtFields(fields: readonly FieldSpec[], issues: readonly Issue[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of issues) {
    const name = fieldAt(fields, path.map(String));
    const key = /^(validation|admin)\.[\w.-]+$/.test(message) ? message : 'validation.invalid';
    errors[name] = [...new Set([...(errors[name] ?? []), key])];
  }
  return errors;
}

function fieldAt(fields: readonly FieldSpec[], path: string[]): string {
  const joined = path.join('.');
  const field = fields.find(({ name }) => joined === name || joined.startsWith(`${name}.`));
  if (!field) return joined || 'form';
  const rest = path.slice(field.name.split('.').length);
  if (field.type === 'pairs') return rest.length === 3 ? joined : `${field.name}.0.question.pl`;
  if (!field.languages) return field.name;
  return `${field.name}.${LOCALES.find((code) => code === rest[0]) ?? 'pl'}`;
}
