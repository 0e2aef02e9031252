import { type Kind, OPEN_STATUSES, type Outcome, type Status } from './words.ts';
import type { AssignmentEffect, CaseState, Given, Party, Refusal, Rule } from './workflow-types.ts';

/** What the rows of the workflow table are made of: how a case ends, reopens, and waits. */
export const ALL: readonly Kind[] = ['PROBLEM', 'IDEA', 'QUESTION'];
export const ANY: readonly Status[] = [...OPEN_STATUSES, 'RESOLVED', 'CLOSED'];
export const STAFF: readonly Party[] = ['infoline', 'supervisor', 'department'];
export const AT_REST = {
  waitingOn: 'NONE',
  waitingUntil: null,
  askedAt: null,
  reminded: false,
  proposedKind: null,
} as const;
export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type RuleRow = Omit<Rule, 'versioned'> & { versioned?: boolean };

/** A row of the table; a stale version is a conflict unless it says otherwise. */
export const rule = (row: RuleRow): Rule => ({
  versioned: true,
  ...row,
});

export const sameStatus = () => ({ change: {} });
export const isIdea = (state: CaseState) => state.kind === 'IDEA';
export const mustBeAssigned = (state: CaseState) => (state.assigned ? null : 'NOT_ASSIGNED');
/** Only the department speaks of its own work, and only while it has the case. */
export const heldBy = (state: CaseState, party: Party) =>
  party === 'department' ? mustBeAssigned(state) : 'WRONG_STATUS';
export const end = (state: CaseState, given: Given, status: 'RESOLVED' | 'CLOSED', outcome: Outcome) => ({
  change: { ...AT_REST, status, outcome, endedAt: given.at, assigned: null },
  assignment: ending(state, outcome),
});
const ending = (state: CaseState, outcome: Outcome): AssignmentEffect => {
  if (!state.assigned) return { type: 'none' };
  const done =
    outcome !== 'WITHDRAWN' && outcome !== 'DUPLICATE' && outcome !== 'NO_REPLY' && outcome !== 'EXPIRED';
  return { type: 'end', end: done ? 'DONE' : 'CLOSED' };
};

export function reopen(
  state: CaseState,
  given: Given,
): { change: Partial<CaseState>; assignment: AssignmentEffect } {
  const department = state.lastDepartment;
  const fresh: Status = department ? 'FORWARDED' : 'RECEIVED';
  return {
    change: {
      ...AT_REST,
      status: isIdea(state) ? 'UNDER_REVIEW' : fresh,
      outcome: null,
      endedAt: null,
      assigned: department,
      reporterObjected: state.reporterObjected || given.party === 'reporter',
    },
    assignment: department ? { type: 'open', department } : { type: 'none' },
  };
}

/** Publishing is an idea's release; what the reporter took back is never shown again. */
export function mayBeShown(state: CaseState): Refusal | null {
  const unpublished = isIdea(state) && state.status === 'RECEIVED';
  return unpublished || state.outcome === 'WITHDRAWN' ? 'WRONG_STATUS' : null;
}

/** A question to the reporter outlives a change of hands: the mail with it is already on its way. */
export function stillAsked(state: CaseState): Partial<CaseState> {
  return state.waitingOn === 'REPORTER' ? {} : AT_REST;
}

export function older(since: Date | null, days: number, at: Date): boolean {
  return since !== null && at.getTime() - since.getTime() > days * DAY;
}

export function waitedFor(state: CaseState, days: number, at: Date): Refusal | null {
  // A proposal is no question: it lapses, and the case goes on.
  if (state.waitingOn !== 'REPORTER' || state.proposedKind) return 'NOT_ASKED';
  return older(state.askedAt, days, at) ? null : 'TOO_EARLY';
}
