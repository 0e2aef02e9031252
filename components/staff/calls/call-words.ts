/** A card as a consultant reads it aloud. */
export type CardView = {
  title: string;
  summary: string;
  href: string;
  /** Said when the city has not confirmed the card. */
  sample: string | null;
  /** Steps are numbered, so that consultant and caller know where they are. */
  parts: { label: string; lines: string[]; numbered?: boolean }[];
};

/** One thing that a call may be about. */
export type TopicOption = { key: string; name: string; hint: string };

/** The words of the live part of a call's form. */
export type CallWords = {
  topic: string;
  topicHint: string;
  suggestions: string;
  openCard: string;
};
