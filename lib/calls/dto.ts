import type { CallOutcome } from './words.ts';

/** One call as staff see it. Who called is not in here. */
export type CallItem = {
  id: string;
  at: string;
  who: string;
  outcome: CallOutcome;
  topic: string;
  /** To whom the caller was sent, or which case came of it. */
  to: string | null;
  reference: string | null;
  note: string | null;
  calledBackAt: string | null;
  /** Who kept the promise, when that was somebody else. */
  calledBackBy: string | null;
};

export type CallPage = { items: CallItem[]; previous: string | null; next: string | null };

/** A promise to call back that is not kept yet. */
export type CallBackItem = {
  id: string;
  topic: string;
  note: string | null;
  /** Who promised; null when that was the reader. */
  promisedBy: string | null;
  /** The colleague who asked for the number last, within the hour. */
  seen: { name: string; at: string } | null;
  dueAt: string;
  late: boolean;
};

export type CallBackContact = { name: string | null; phone: string | null };

export type CallCounts = Record<CallOutcome, number>;

/** Something a call may be about. */
export type CallTopic = { key: string; name: string; hint: string };
