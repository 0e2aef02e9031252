import type { CheckedPart, Topic } from './procedure-schema.ts';

/** A card as a search or a list shows it. */
export type ProcedureHit = {
  code: string;
  symbol: string;
  title: string;
  /** One sentence. */
  summary: string;
  /** Its page, in the language of the reader. */
  url: string;
};

export type ProcedureGroup = { topic: Topic; cards: ProcedureHit[] };

/** A whole card in one language. */
export type ProcedureCardDto = ProcedureHit & {
  topic: Topic;
  /** Who does it. */
  unit: string;
  audience: string;
  documents: string[];
  form: string;
  fee: string;
  term: string;
  place: string;
  online: string | null;
  link: string | null;
  steps: string[];
  appeal: string;
  legalBasis: string[];
  questions: { question: string; answer: string }[];
  /** False: a sample that the city has not confirmed, and is shown as one. */
  verified: boolean;
  /** Parts whose figures nobody has checked; empty on a confirmed card. */
  toVerify: CheckedPart[];
};
