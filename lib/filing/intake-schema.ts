import { z } from 'zod';
import { LOCALES } from '#lib/i18n/languages.ts';
import { cityDay, isDay, now } from '#lib/platform/clock.ts';
import { title } from '#lib/submissions/schema.ts';
import { KINDS } from '#lib/submissions/words.ts';
import { INTAKE_CHANNELS } from './intake-words.ts';
import { categoryInput, contactInput, placeInput, whatInput } from './schema.ts';

const blankAsMissing = (value: unknown) => (value === '' || value === null ? undefined : value);

/** The day that stands on a letter: a day there was, and not one to come. */
const letterDay = z.preprocess(
  blankAsMissing,
  z
    .string()
    .refine(isDay, { error: 'validation.date' })
    .refine((day) => day <= cityDay(now()), { error: 'intake.errors.letterDate' })
    .optional(),
);

const envelope = {
  /** Made by the page: the same form sent twice is one case. */
  key: z.uuid({ error: 'validation.invalid' }),
  /** The conversation it belongs to, when it is not the first of it. */
  conversation: z.preprocess(blankAsMissing, z.uuid().optional().catch(undefined)),
  channel: z.enum(INTAKE_CHANNELS, { error: 'intake.errors.channel' }),
  /** The language in which the person hears from us. */
  language: z.enum(LOCALES).catch('pl'),
};

/** The whole form of staff who file for somebody, on one page. Fields are named as those of the resident's steps. */
export const intakeInput = placeInput.safeExtend({
  ...envelope,
  kind: z.enum(KINDS, { error: 'intake.errors.kind' }),
  title: z.preprocess(blankAsMissing, title.optional()),
  text: whatInput.shape.text,
  ...categoryInput.shape,
  ...contactInput.shape,
  letterDate: letterDay,
  /** The address for which `choice` was made: of another one it says nothing. */
  choiceFor: z.string().max(300).optional().catch(undefined),
});

/** Joining somebody to a case that is there already: the same form, of which only the person matters. */
export const joinInput = z.object({ ...envelope, join: z.string().max(40), ...contactInput.shape });

export type IntakeInput = z.output<typeof intakeInput>;
export type JoinInput = z.output<typeof joinInput>;
