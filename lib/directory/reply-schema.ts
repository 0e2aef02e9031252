import { z } from 'zod';
import { LANGUAGES, type Locale } from '#lib/i18n/languages.ts';

/**
 * Reply templates: words that staff begin an answer with. The same rules hold for the seed, for the page that edits
 * them and for the text that is filled in, so that no letter ever leaves with a `{{name}}` in it.
 */

/** The commands whose main text a template may fill, and the field that holds it. */
export const REPLY_FIELDS = {
  answer: 'explanation',
  resolve: 'explanation',
  progress: 'explanation',
  plan: 'explanation',
  ask: 'question',
  redirect: 'explanation',
  decline: 'explanation',
} as const;
export type ReplyCommand = keyof typeof REPLY_FIELDS;
export const REPLY_COMMANDS = Object.keys(REPLY_FIELDS) as [ReplyCommand, ...ReplyCommand[]];

/** Every variable there is; what each means stands in the messages, `workday.variables`. */
export const REPLY_VARIABLES = [
  'numer',
  'kategoria',
  'adres',
  'dzielnica',
  'jednostka',
  'termin',
  'instytucja',
  'infolinia',
  'dzis',
  'imie',
  /** Never filled in: what only a person can say. */
  'uzupelnij',
] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

/** Anything between double braces, whatever it is: also what nobody knows how to fill in. */
const PLACEHOLDER = /\{\{([^{}]{0,40})\}\}/g;

/** ` ({{name}})` or `, {{name}}`. */
const WITH_SURROUNDINGS = /[ \u00a0]\(\{\{([^{}]{0,40})\}\}\)|,?[ \u00a0]?\{\{([^{}]{0,40})\}\}/g;

const isVariable = (name: string): name is ReplyVariable =>
  (REPLY_VARIABLES as readonly string[]).includes(name);

/** Names between double braces that are no variables, each once. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? '').trim());
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

/** Whether a text still waits for something to be filled in. */
export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) >= 0;
}

export type ReplyValues = Partial<Record<ReplyVariable, string>>;

/**
 * Fills a template in, in one pass: a value that looks like a variable stays what it is. What has no value stays
 * standing in its braces, where the person who writes sees it; a text with braces is not sent. An empty value is left
 * out, together with the brackets around it or the comma before it: nobody is greeted by a name that we do not have.
 */
export function fillReply(text: string, values: ReplyValues): string {
  const isEmpty = (name: string) => isVariable(name) && values[name] === '';
  const told = text.replace(WITH_SURROUNDINGS, (whole, bracketed: string, plain: string) =>
    isEmpty((bracketed ?? plain).trim()) ? '' : whole,
  );
  return told.replace(PLACEHOLDER, (whole, inner: string) => {
    const name = inner.trim();
    return isVariable(name) ? (values[name] ?? whole) : whole;
  });
}

/** A person is named only where nobody else reads it: in a question to that person, and in the answer to a question. */
export function mayName(command: ReplyCommand, kind: string | null | undefined): boolean {
  return command === 'ask' || kind === 'QUESTION';
}

const MOST_NAME = 100;
const MOST_TEXT = 4000;
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);

const text = z
  .string({ error: 'validation.templateText' })
  .trim()
  .min(1, { error: 'validation.templateText' })
  .max(MOST_TEXT, { error: 'validation.tooLong' })
  .refine((value) => unknownVariables(value).length === 0, { error: 'validation.templateVariable' });
const optionalText = z.preprocess(blank, text.optional());
const optionalCode = z.preprocess(blank, z.string().max(60, { error: 'validation.invalid' }).optional());

/** What an administrator fills in; the names are those of the form's fields. Texts have their language's code. */
export const replyTemplateInput = z
  .object({
    name: z
      .string({ error: 'validation.templateName' })
      .trim()
      .min(1, { error: 'validation.templateName' })
      .max(MOST_NAME, { error: 'validation.tooLong' }),
    command: z.enum(REPLY_COMMANDS, { error: 'validation.templateCommand' }),
    /** Empty: for every kind, every category, every department. */
    kind: z.preprocess(
      blank,
      z.enum(['PROBLEM', 'IDEA', 'QUESTION'], { error: 'validation.invalid' }).optional(),
    ),
    category: optionalCode,
    department: optionalCode,
    pl: text,
    en: optionalText,
    uk: optionalText,
    position: z.preprocess(
      blank,
      z.coerce.number({ error: 'validation.invalid' }).int().min(0).max(9999).default(0),
    ),
    active: z.preprocess(
      (value) => value === true || value === '1' || value === 'on' || value === 'true',
      z.boolean(),
    ),
  })
  .superRefine((template, context) => {
    if (mayName(template.command, template.kind)) return;
    for (const { code } of LANGUAGES) {
      if (usesName(template[code])) {
        context.addIssue({ code: 'custom', path: [code], message: 'validation.templateNamesPerson' });
      }
    }
  });

export function usesName(value: string | undefined): boolean {
  return [...(value ?? '').matchAll(PLACEHOLDER)].some((match) => (match[1] ?? '').trim() === 'imie');
}

/** The texts of a template as the table keeps them. */
export const replyTexts = z.object({ pl: z.string(), en: z.string().optional(), uk: z.string().optional() });

/** The text in the person's language; in Polish where there is none. */
export function replyTextIn(
  texts: z.output<typeof replyTexts>,
  locale: Locale,
): { text: string; locale: Locale } {
  const own = texts[locale];
  return own ? { text: own, locale } : { text: texts.pl, locale: 'pl' };
}
