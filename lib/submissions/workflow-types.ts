import type { Kind, Outcome, Status, WaitingOn } from './words.ts';

/** Who may ever give a command; `lib/access` says who exactly, and where. */
export type Party = 'infoline' | 'supervisor' | 'department' | 'reporter' | 'worker';

/** What the workflow needs to know of a submission, and nothing else. */
export type CaseState = {
  kind: Kind;
  status: Status;
  waitingOn: WaitingOn;
  /** Kraków day, with waitingOn SCHEDULED. */
  waitingUntil: string | null;
  outcome: Outcome | null;
  /** Department with the open assignment. */
  assigned: string | null;
  /** Department that has it or last had it; a return clears it: who said "not ours" does not get the objection. */
  lastDepartment: string | null;
  receivedAt: Date;
  /** When the last question to the reporter was asked, and whether it was repeated. */
  askedAt: Date | null;
  reminded: boolean;
  publishedAt: Date | null;
  /** An idea once had as many people behind it as it needs. */
  thresholdReached: boolean;
  /** What the city asked the reporter to let it become, until that is answered. */
  proposedKind: Kind | null;
  /** When it was RESOLVED, or CLOSED without that. */
  endedAt: Date | null;
  reporterObjected: boolean;
  /** A member of staff has done anything at all. */
  staffActed: boolean;
};

export type AssignmentEffect =
  | { type: 'none' }
  | { type: 'open'; department: string }
  | { type: 'take' }
  | { type: 'end'; end: 'RETURNED' | 'DONE' | 'CLOSED' };

export type Refusal =
  | 'WRONG_KIND'
  | 'WRONG_STATUS'
  | 'NOT_ASSIGNED'
  | 'NOT_ASKED'
  | 'TOO_EARLY'
  | 'TOO_LATE'
  | 'ALREADY_USED'
  | 'SAME_DEPARTMENT'
  | 'WRONG_OUTCOME';

export type Step = { state: CaseState; assignment: AssignmentEffect };
export type Applied = ({ ok: true } & Step) | { ok: false; refusal: Refusal };

export type Given = {
  party: Party;
  at: Date;
  input: { kind?: Kind; department?: string; outcome?: Outcome; until?: string };
};

export type Rule = {
  kinds: readonly Kind[];
  from: readonly Status[];
  by: readonly Party[];
  /** Whom the event is shown to; messages inherit it unless their role says otherwise. */
  visibility: 'PUBLIC' | 'REPORTER' | 'INTERNAL';
  /** The mail that tells the reporter, by template; null: nothing is sent. */
  tells: string | null;
  /** Changes the case, so that a stale version is a conflict. */
  versioned: boolean;
  guard?: (state: CaseState, given: Given) => Refusal | null;
  step: (state: CaseState, given: Given) => { change: Partial<CaseState>; assignment?: AssignmentEffect };
};
