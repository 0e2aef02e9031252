import { z } from 'zod';

/**
 * What a procedure card (karta usługi) says. The same shape is read from the files of the seed, kept in the table and
 * filled in by an administrator, so that a card which passes here is complete in every language.
 */

/** What cards are grouped by, in the order in which they are shown. */
export const TOPICS = [
  'dokumenty',
  'stan-cywilny',
  'pojazdy',
  'komunikacja',
  'odpady',
  'oplaty',
  'dom-i-okolica',
  'rodzina',
  'wsparcie',
  'praca-i-firma',
  'prawa',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Parts of a card whose figures a person has not checked yet; the page says so beside each of them. */
export const CHECKED_PARTS = [
  'unit',
  'documents',
  'form',
  'fee',
  'term',
  'place',
  'online',
  'appeal',
  'legalBasis',
] as const;
export type CheckedPart = (typeof CHECKED_PARTS)[number];

const MOST_ITEMS = 10;
const MOST_STEPS = 8;

const text = (max: number) =>
  z
    .string({ error: 'validation.required' })
    .trim()
    .min(1, { error: 'validation.required' })
    .max(max, { error: 'validation.tooLong' });

const texts = (max: number) => z.strictObject({ pl: text(max), en: text(max), uk: text(max) });

/** A list in three languages: a translation leaves nothing out and adds nothing. */
const lists = (least: number, most: number, max: number) => {
  const list = z.array(text(max)).min(least, { error: 'validation.required' }).max(most);
  return z
    .strictObject({ pl: list, en: list, uk: list })
    .refine(({ pl, en, uk }) => pl.length === en.length && pl.length === uk.length, {
      error: 'validation.sameCount',
    });
};

const words = z.array(text(60)).max(40);

export const procedureContent = z.strictObject({
  /** Who does it, when that is none of our departments. */
  unit: texts(160).nullable(),
  title: texts(100),
  /** What it is, in one sentence. */
  summary: texts(260),
  /** Whom it concerns. */
  audience: texts(400),
  documents: lists(1, MOST_ITEMS, 260),
  /** The form: its name, and where to get it. */
  form: texts(400),
  fee: texts(400),
  term: texts(400),
  /** Where to go. */
  place: texts(500),
  /** What can be done without going anywhere. */
  online: texts(500).nullable(),
  /** The page where it can be done or read about. */
  link: z
    .url({ protocol: /^https$/, error: 'validation.invalid' })
    .max(200)
    .nullable(),
  steps: lists(3, MOST_STEPS, 320),
  appeal: texts(500),
  legalBasis: lists(1, 4, 240),
  questions: z.array(z.strictObject({ question: texts(200), answer: texts(500) })).max(6),
  /** Words people say instead of the official ones. */
  keywords: z.strictObject({ pl: words, en: words, uk: words }),
  toVerify: z.array(z.enum(CHECKED_PARTS)),
});

export type ProcedureContent = z.output<typeof procedureContent>;

/** Letters and figures of a unit, a line, a number: `SAO-12`. */
export const procedureSymbol = z.string().regex(/^[A-Z]{2,5}-\d{2}$/, { error: 'validation.invalid' });
