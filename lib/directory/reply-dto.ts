import type { Locale } from '#lib/i18n/languages.ts';

/** A reply template as the person who answers chooses it. */
export type ReplyChoice = { id: string; name: string };

/** A template filled in for one case. */
export type FilledReply = {
  /** The field of the command's form that it belongs into. */
  field: string;
  text: string;
  locale: Locale;
  /** There is none in the person's language, so it is Polish. */
  fallback: boolean;
  name: string;
};
