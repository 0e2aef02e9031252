import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KINDS } from '#lib/submissions/words.ts';
import { PlainError } from '../plain-error.ts';
import { DELIMITERS } from './dialect.ts';
import { ENCODINGS } from './encoding.ts';
import { FIELDS, type Field } from './fields.ts';

const codes = z.record(z.string(), z.string());
const field = z.enum(FIELDS as [Field, ...Field[]]);

/**
 * What a person says of a file where the program would guess otherwise. Values on the left are those of the file, as
 * they stand there; on the right are codes of ours.
 */
export const mappingSchema = z.strictObject({
  /** Field → header, or `#3` for the third column; several are joined. */
  columns: z.partialRecord(field, z.union([z.string(), z.array(z.string())])).default({}),
  /** Field → one value for all rows. */
  values: z.partialRecord(field, z.string()).default({}),
  categories: codes.default({}),
  departments: z.record(z.string(), z.string().nullable()).default({}),
  districts: z.record(z.string(), z.number().int()).default({}),
  kinds: z.record(z.string(), z.enum(KINDS)).default({}),
  /** A status (RECEIVED, IN_PROGRESS, …) or, for what is over, an outcome (FIXED, DECLINED, …). */
  statuses: codes.default({}),
  dates: z.enum(['day-first', 'month-first']).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  encoding: z.enum(ENCODINGS).optional(),
});

export type Mapping = z.output<typeof mappingSchema>;

/** Reads a mapping file. Throws PlainError that says what is wrong with it. */
export function readMapping(file: string): Mapping {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`The mapping ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const result = mappingSchema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new PlainError(`The mapping ${file} is wrong at "${issue?.path.join('.')}": ${issue?.message}`);
}
