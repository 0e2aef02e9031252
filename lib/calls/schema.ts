import { z } from 'zod';
import { LOGGED_OUTCOMES, MAX_CALL_NOTE, MAX_TOPIC } from './words.ts';

const line = (max: number) =>
  z
    .string()
    .catch('')
    .transform((value) =>
      value
        .slice(0, max * 20)
        .replace(/\s+/g, ' ')
        .trim()
        .normalize('NFC'),
    )
    .pipe(z.string().max(max, { error: 'validation.tooLong' }));

const code = z.string().trim().max(80).catch('');

/** What is written down of a call. Names of fields are those of the form; messages are keys of `calls` and `validation`. */
export const callInput = z.object({
  /** Made by the page: the same form sent twice is one call. */
  key: z.uuid({ error: 'validation.invalid' }),
  outcome: z.enum(LOGGED_OUTCOMES, { error: 'calls.errors.outcome' }),
  /** `category:<code>` or `card:<code>` when one was chosen; else the words stand for themselves. */
  topicKey: code,
  topic: line(MAX_TOPIC),
  institution: code,
  department: code,
  name: line(120),
  phone: line(40),
  /** When to call back: a day and an hour of Kraków. */
  day: code,
  time: code,
  note: line(MAX_CALL_NOTE),
});

export type CallInput = z.output<typeof callInput>;

/** The end of a call as its form sends it. A case is filed on another page, and the call is written down with it. */
export const callForm = z.discriminatedUnion('outcome', [
  callInput,
  z.object({ outcome: z.literal('FILED'), topicKey: code }),
]);
