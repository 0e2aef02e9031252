import type { PickerWords } from '#components/form/picker-words.ts';

/** What the live parts of the form are given by the server, in words: no messages are sent to the browser beyond these. */
export type IntakeWords = {
  picker: PickerWords;
  suggestions: string;
  similar: string;
  /** By number of similar cases, from none. */
  similarCount: string[];
  /** While the place has no point. */
  similarNone: string;
  join: string;
  descriptionLabel: string;
  optional: string;
};

/** A similar case, in words. */
export type SimilarView = {
  reference: string;
  href: string;
  title: string;
  meta: string;
  excerpt: string | null;
  percent: string;
  joins: boolean;
  lat: number;
  lng: number;
};

/** What is known while a form is being filled. */
export type LookView = {
  categories: { code: string; name: string }[];
  /** What a detector found in the text, in words. */
  findings: string[];
  /** An institution that the text seems meant for, in words. */
  outside: string | null;
  similar: SimilarView[];
};

/** Earlier cases of the same person. */
export type PersonView = {
  title: string;
  cases: { reference: string; href: string; title: string; meta: string }[];
};
