import type { Locale } from '#lib/i18n/languages.ts';
import type { Expectation } from '#lib/submissions/dto.ts';
import type { Kind } from '#lib/submissions/words.ts';
import type { IntakeChannel } from './intake-words.ts';

export type FiledInConversation = { reference: string; joined: boolean };

/** What is not asked again of the same person, and what was filed for them. */
export type Conversation = {
  channel: IntakeChannel;
  language: Locale;
  name: string | null;
  email: string | null;
  phone: string | null;
  /** The call that was written down for it. */
  call: string | null;
  /** Where the last case was: the next one is often near. */
  point: { lat: number; lng: number } | null;
  filed: FiledInConversation[];
};

/** A case as the one who filed it tells it to the person. */
export type FiledCase = FiledInConversation & {
  kind: Kind;
  category: string;
  place: string | null;
  /** Read aloud to the person who reported; null for a case that somebody was joined to. */
  code: string | null;
  firstAnswerDay: string;
  expectation: Expectation;
  findings: string[];
};
