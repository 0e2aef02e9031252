import { z } from 'zod';

/** What the fields of all forms are checked by. Messages are keys. */

export const required = (max: number) =>
  z
    .string({ error: 'validation.required' })
    .trim()
    .min(1, { error: 'validation.required' })
    .max(max, { error: 'validation.tooLong' });

/** Nothing typed is nothing kept. */
export const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'validation.tooLong' })
    .transform((text) => text || null)
    .nullable();

/** A name: needed in every language, because every language shows it. */
export const names = (max: number) =>
  z.strictObject({ pl: required(max), en: required(max), uk: required(max) });

/** A text that falls back to Polish where a language has none. */
export const texts = (max: number) =>
  z.strictObject({ pl: required(max), en: optional(max), uk: optional(max) });

export const wordLists = z.strictObject({
  pl: z.array(required(80)).max(200),
  en: z.array(required(80)).max(200),
  uk: z.array(required(80)).max(200),
});

export const wholeNumber = (min: number, max: number) =>
  z
    .number({ error: 'validation.wholeNumber' })
    .int({ error: 'validation.wholeNumber' })
    .min(min, { error: 'validation.wholeNumber' })
    .max(max, { error: 'validation.wholeNumber' });

export const slug = z
  .string({ error: 'admin.records.error.slug' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'admin.records.error.slug' })
  .max(60, { error: 'validation.tooLong' });

export const mailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,189}$/, { error: 'validation.emailInvalid' })
  .nullable();

export const position = wholeNumber(0, 9999);
