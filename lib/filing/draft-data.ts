import type { PlaceSource, Precision } from '#lib/submissions/words.ts';
import type { Step } from './words.ts';

/** A place as the draft keeps it: what will be filed, and how it is read back. */
export type DraftPlace = {
  lat: number | null;
  lng: number | null;
  precision: Precision;
  source: PlaceSource;
  address: string | null;
  description: string | null;
  district: number | null;
  /** A name a person knows near the point. */
  near: string | null;
};

export type PlaceCandidate = {
  label: string;
  type: string;
  lat: number | null;
  lng: number | null;
  district: number | null;
};

/** Several places have the name that was typed: the person says which. */
export type PendingPlace = {
  typed: string;
  description: string | null;
  source: 'ADDRESS' | 'NEARBY';
  candidates: PlaceCandidate[];
};

/** Everything a draft knows. Emptied when it is sent. */
export type DraftData = {
  /** An idea's one line. */
  title?: string;
  text?: string;
  /** Codes of procedure cards that may answer a question and are still to be shown. */
  cards?: string[];
  /** Code of the procedure card that a question was asked from. */
  procedure?: string;
  category?: string;
  place?: DraftPlace | null;
  pending?: PendingPlace;
  contact?: { name: string | null; email: string | null; phone: string | null };
  /** Steps that were answered, or seen where there is nothing to answer. */
  done: Step[];
};

/** What was stored, read back. An emptied or unknown shape is a draft without answers. */
export function readDraftData(stored: unknown): DraftData {
  const data = (stored ?? {}) as Partial<DraftData>;
  return { ...data, done: Array.isArray(data.done) ? data.done : [] };
}

/** The same draft with one more step answered. */
export function answered(data: DraftData, step: Step, answers: Partial<DraftData>): DraftData {
  return { ...data, ...answers, done: [...new Set([...data.done, step])] };
}

/** The same draft with a step open again. */
export function reopened(data: DraftData, ...steps: Step[]): DraftData {
  return { ...data, done: data.done.filter((step) => !steps.includes(step)) };
}
