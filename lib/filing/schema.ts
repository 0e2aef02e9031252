import { z } from 'zod';
import { tidyText, title } from '#lib/submissions/schema.ts';
import { MAX_TEXT } from '#lib/submissions/words.ts';
import { MAX_ADDRESS, MAX_DESCRIPTION, MAX_NAME, WAYS } from './words.ts';

/**
 * What each step of filing takes. Field names are the forms' names and a contract with outside programs:
 * `text category address lat lng photos name email phone`. Messages are keys of the room `validation`.
 */
const missing = (value: unknown) => value === undefined || value === null || value === '';

const optionalText = (max: number) =>
  z.preprocess(
    (value) => (missing(value) ? undefined : value),
    z
      .string({ error: 'validation.invalid' })
      .transform(tidyText)
      .pipe(z.string().max(max, { error: 'validation.tooLong' }))
      .transform((value) => (value === '' ? undefined : value))
      .optional(),
  );

/** One line: a break in a name or an address is a slip, and in a mail header it would be worse. */
const optionalLine = (max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.slice(0, max * 20).replace(/\s+/g, ' ') : value),
    optionalText(max),
  );

/** Degrees, with a point or a Polish comma. */
const degrees = (limit: number) =>
  z.preprocess((value) => {
    if (missing(value) || (typeof value === 'string' && value.trim() === '')) return undefined;
    return typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value;
  }, z
    .number({ error: 'validation.placePin' })
    .min(-limit, { error: 'validation.placePin' })
    .max(limit, { error: 'validation.placePin' })
    .optional());

const flag = z.preprocess((value) => value === '1' || value === 'true' || value === true, z.boolean());

export const whatInput = z.object({
  /** An idea's one line. A program that does not know of it leaves it out; a form that left it empty is asked again. */
  title: title.optional(),
  text: z
    .string({ error: 'validation.textRequired' })
    .transform(tidyText)
    .pipe(
      z.string().min(1, { error: 'validation.textRequired' }).max(MAX_TEXT, { error: 'validation.tooLong' }),
    ),
  /** A question's: the card it is asked from, and the cards that were shown while it was typed. */
  procedure: z.string().max(60).optional().catch(undefined),
  seenCards: z.string().max(300).optional().catch(undefined),
});

export const categoryInput = z.object({
  category: z
    .string({ error: 'validation.categoryRequired' })
    .trim()
    .min(1, { error: 'validation.categoryRequired' })
    .max(60, { error: 'validation.categoryUnknown' }),
});

export const placeInput = z
  .object({
    way: z.enum(WAYS).optional().catch(undefined),
    address: optionalLine(MAX_ADDRESS),
    nearby: optionalLine(MAX_ADDRESS),
    description: optionalText(MAX_DESCRIPTION),
    lat: degrees(90),
    lng: degrees(180),
    /** The point is a street's or a crossing's, not the spot itself. */
    approximate: flag,
    /** The name for which the point was set. When another one is typed, the point no longer means anything. */
    pinned: z.string().max(MAX_ADDRESS).optional().catch(undefined),
    /** One of the places the search found (its index), or `typed`: leave it as it was written. */
    choice: optionalLine(20),
  })
  .refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), {
    error: 'validation.placePin',
    path: ['lat'],
  });

export const contactInput = z.object({
  name: optionalLine(MAX_NAME),
  email: optionalLine(254),
  phone: optionalLine(40),
});

export const photosInput = z.object({
  /** The id of a photo to take away again. */
  remove: z.preprocess((value) => (missing(value) ? undefined : value), z.uuid().optional().catch(undefined)),
  /** Stay on the page after adding. */
  stay: flag,
});

export type PlaceInput = z.output<typeof placeInput>;
export type ContactInput = z.output<typeof contactInput>;
