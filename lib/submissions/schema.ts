import { z } from 'zod';
import { hasPlaceholder } from '#lib/directory/reply-schema.ts';
import { LOCALES } from '#lib/i18n/languages.ts';
import { cityDay, isDay, now } from '#lib/platform/clock.ts';
import {
  type Command,
  DECLINE_REASONS,
  HIDE_REASONS,
  KINDS,
  MAX_TEXT,
  MAX_TITLE,
  RETURN_REASONS,
} from './words.ts';

/**
 * What each command needs. Messages are keys of the room `validation`; field names are the forms' names.
 * Unknown keys are dropped, so nothing can be assigned that is not named here.
 */
const text = (required: string, max = MAX_TEXT) =>
  z
    .string({ error: required })
    .transform(tidyText)
    .pipe(z.string().min(1, { error: required }).max(max, { error: 'validation.tooLong' }));

const optionalText = (max = MAX_TEXT) =>
  z
    .string()
    .transform(tidyText)
    .pipe(z.string().max(max, { error: 'validation.tooLong' }))
    .transform((value) => (value === '' ? undefined : value))
    .optional();

/** An idea's one line, in which a break is a slip. */
export const title = z
  .string({ error: 'validation.titleRequired' })
  .transform((value) => tidyText(value.slice(0, MAX_TITLE * 20)).replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1, { error: 'validation.titleRequired' })
      .max(MAX_TITLE, { error: 'validation.titleTooLong' }),
  );

/** What staff write to people: nothing of a template may be left to fill in. */
const filledIn = (value: string | undefined) => value === undefined || !hasPlaceholder(value);
const words = (required: string) => text(required).refine(filledIn, { error: 'validation.placeholderLeft' });
const optionalWords = () => optionalText().refine(filledIn, { error: 'validation.placeholderLeft' });

const code = (required: string) =>
  z.string({ error: required }).trim().min(1, { error: required }).max(60, { error: required });

const blankAsMissing = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema.optional());

const day = z.string({ error: 'validation.date' }).refine(isDay, { error: 'validation.date' });

/** A day that is over is no plan. Today still is one. */
const notPast = z.string().refine((value) => value >= cityDay(now()), { error: 'validation.datePast' });

const oneOf = <const T extends readonly string[]>(values: T, error: string) => z.enum(values, { error });
const coordinate = (low: number, high: number) => z.coerce.number().min(low).max(high);
/** Whole złoty, as people write them: `120 000`, `120 000 zł`. */
const cost = z.preprocess(
  (value) =>
    typeof value === 'string' ? value.slice(0, 30).replace(/zł|[\s\u00a0]/gi, '') || undefined : value,
  z.coerce
    .number({ error: 'validation.cost' })
    .int({ error: 'validation.cost' })
    .min(1, { error: 'validation.cost' })
    .max(10_000_000_000, { error: 'validation.cost' })
    .optional(),
);
const photoIds = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.uuid()).max(20),
);
const nothing = z.object({});

/** The language that the words are written in; Polish unless somebody says otherwise. */
const written = { language: optional(z.enum(LOCALES, { error: 'validation.invalid' })) };

/** Trims, unifies line ends and the composed form of letters, and removes control characters. */
export function tidyText(value: string): string {
  return (
    value
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028\u2029\ufeff]/g, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC')
      .trim()
  );
}

export const COMMAND_INPUT = {
  forward: z.object({ department: code('validation.departmentRequired'), note: optionalText() }),
  take: nothing,
  return: z.object({
    reasonCode: oneOf(RETURN_REASONS, 'validation.reasonRequired'),
    reason: text('validation.returnReasonRequired'),
  }),
  plan: z.object({
    ...written,
    until: day.pipe(notPast),
    explanation: words('validation.explanationRequired'),
  }),
  progress: z.object({
    ...written,
    explanation: words('validation.progressRequired'),
    remaining: optionalWords(),
    until: optional(day.pipe(notPast)),
  }),
  ask: z.object({ ...written, question: words('validation.questionRequired') }),
  reply: z.object({ reply: text('validation.replyRequired') }),
  resolve: z.object({
    ...written,
    outcome: oneOf(['FIXED', 'NO_FAULT_FOUND', 'IMPLEMENTED', 'ANSWERED'], 'validation.outcomeRequired'),
    explanation: words('validation.explanationRequired'),
  }),
  answer: z.object({ ...written, explanation: words('validation.answerRequired') }),
  redirect: z.object({
    ...written,
    institution: code('validation.institutionRequired'),
    explanation: words('validation.explanationRequired'),
  }),
  decline: z.object({
    ...written,
    cost,
    reasonCode: oneOf(DECLINE_REASONS, 'validation.reasonRequired'),
    explanation: words('validation.explanationRequired'),
    alternative: words('validation.alternativeRequired'),
  }),
  duplicate: z.object({ of: code('validation.duplicateRequired'), explanation: optionalWords() }),
  publish: z.object({
    title: title.optional(),
    text: text('validation.releaseText').optional(),
    /** Ids of the photos to be shown; the others stay hidden. */
    photos: photoIds.optional(),
  }),
  'start-review': z.object({ explanation: words('validation.answerRequired') }),
  accept: z.object({ cost, explanation: words('validation.answerRequired') }),
  'propose-kind': z.object({
    kind: oneOf(KINDS, 'validation.kindRequired'),
    category: code('validation.categoryRequired'),
    explanation: text('validation.proposalRequired'),
  }),
  'accept-kind': nothing,
  'refuse-kind': nothing,
  'lapse-kind': nothing,
  convert: z.object({
    kind: oneOf(KINDS, 'validation.kindRequired'),
    category: code('validation.categoryRequired'),
    /** Who agreed, when and how. */
    reason: text('validation.consentRequired'),
  }),
  'reach-threshold': nothing,
  expire: nothing,
  'no-reply': nothing,
  withdraw: nothing,
  edit: z.object({ text: text('validation.textRequired') }),
  object: z.object({ objection: text('validation.objectionRequired') }),
  close: nothing,
  remind: nothing,
  correct: z.object({
    category: optional(z.string().max(60)),
    district: optional(z.coerce.number({ error: 'validation.district' }).int().min(1).max(99)),
    /** Empty: taken away, for it is shown with the text. Missing: left as it is. */
    address: z
      .string()
      .transform(tidyText)
      .pipe(z.string().max(300, { error: 'validation.tooLong' }))
      .optional(),
    lat: optional(coordinate(-90, 90)),
    lng: optional(coordinate(-180, 180)),
  }),
  release: z.object({
    /** An idea's name; absent: as it was written. */
    title: title.optional(),
    /** Absent: as it was written. Emptied: refused, for it would mean the opposite of what was wished. */
    text: text('validation.releaseText').optional(),
    /** Ids of the photos to be shown; the others stay hidden. */
    photos: photoIds,
  }),
  hide: z.object({
    reasonCode: oneOf(HIDE_REASONS, 'validation.reasonRequired'),
    /** Empty: the text with all its photos; else these photos only. */
    photos: photoIds,
  }),
  note: z.object({ note: text('validation.noteRequired') }),
  'hand-over': z.object({
    colleague: z.uuid({ error: 'validation.colleagueRequired' }),
    note: optionalText(),
  }),
  link: z.object({ of: code('validation.linkRequired'), note: optionalText() }),
  unlink: z.object({ of: code('validation.linkRequired') }),
} as const satisfies Record<Command, z.ZodType>;

export type CommandInput = { [C in Command]: z.output<(typeof COMMAND_INPUT)[C]> };
