import type { z } from 'zod';
import type { Permission } from '#lib/access/permissions.ts';
import type { Values } from '#lib/platform/changes.ts';
import type { FieldSpec, OptionSource } from './record-dto.ts';

/** A row as the database hands it out; what a definition reads of it is its own matter. */
export type Row = Record<string, unknown>;

/**
 * What there is to know about one kind of record: its form, what may be in it, who may change it, and how a row becomes
 * the form's values and back. Everything else (form, conflict, history, saving) is the same for all.
 */
export type Definition = {
  table: 'department' | 'category' | 'institution' | 'replyTemplate' | 'procedure';
  /** Name of the table, for locking a row. */
  sql: string;
  key: 'code' | 'id';
  /** What the audit calls it: `department:ZDMK`. */
  subject: string;
  permission: Permission;
  fields: readonly FieldSpec[];
  schema: z.ZodType<Values, unknown>;
  /** What a new one begins with. */
  fresh: Values;
  title: (row: Row, locale: string) => string;
  /** The second line in the list, and a code that is said in words. */
  detail: (row: Row, locale: string) => string;
  tag?: { options: OptionSource; column: string };
  toValues: (row: Row) => Values;
  /** Columns of the row; the key is among them only for a new one. */
  toData: (values: Values) => Record<string, unknown>;
};

/** Columns as the form's values: JSON as it is, and nothing for what is not there. */
export function asValues(columns: Record<string, unknown>): Values {
  return JSON.parse(JSON.stringify(columns, (_, value) => (value === undefined ? null : value))) as Values;
}
