import type { Refused } from '#components/staff/refused.tsx';
import type { FieldView } from '#lib/directory/editing/record-dto.ts';
import { LOCALES } from '#lib/i18n/languages.ts';

export type FieldProps = { field: FieldView; state: Refused | null; isNew: boolean };

/** Every control of a field by its name in the form, with what it holds as text. */
export function entriesOf(field: FieldView): [string, string][] {
  const { name, value } = field;
  if (field.type === 'pairs') return pairEntries(name, value);
  if (field.type === 'check') return [[name, value === true ? '1' : '']];
  if (field.type === 'checks') return [[name, textOf(value, ', ')]];
  if (!field.languages) return [[name, textOf(value, '\n')]];
  return LOCALES.map((code) => [`${name}.${code}`, textOf(partOf(value, code), '\n')]);
}

function pairEntries(name: string, value: unknown): [string, string][] {
  const rows = Array.isArray(value) ? value : [];
  return rows.flatMap((row, index) =>
    (['question', 'answer'] as const).flatMap((part) =>
      LOCALES.map((code): [string, string] => [
        `${name}.${index}.${part}.${code}`,
        textOf(partOf(partOf(row, part), code), '\n'),
      ]),
    ),
  );
}

function partOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : null;
}

function textOf(value: unknown, between: string): string {
  if (Array.isArray(value)) return value.join(between);
  return value === null || value === undefined ? '' : String(value);
}

/** The last part of a field's name, which its words go by. */
export function shortName(name: string): string {
  return name.split('.').at(-1) ?? name;
}

/** What each control of a field holds: what was typed before the form came back, else what is saved. */
export function heldBy({ field, state }: Pick<FieldProps, 'field' | 'state'>): (name: string) => string {
  const saved = new Map(entriesOf(field));
  return (name) => {
    if (!state) return saved.get(name) ?? '';
    return [state.values[name] ?? ''].flat().join(', ');
  };
}
