import type { Field } from './fields.ts';

/** One row by the names of its fields, with the place where what is odd about it is told. */
export type FieldRow = {
  line: number;
  get(field: Field): string;
  note(note: string): void;
};

/** Why a row cannot come in: a sentence, and the cell it is about. */
export class Refusal extends Error {
  readonly detail: string;

  constructor(reason: string, detail = '') {
    super(reason);
    this.detail = detail;
  }
}
