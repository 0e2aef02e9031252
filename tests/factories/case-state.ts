import type { Kind } from '#lib/submissions/words.ts';
import type { CaseState, Party } from '#lib/submissions/workflow-types.ts';

export const PARTIES = [
  'infoline',
  'supervisor',
  'department',
  'reporter',
  'worker',
] as const satisfies readonly Party[];

const NOON = new Date('2026-03-02T11:00:00Z');

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export function later(start: Date, milliseconds: number): Date {
  return new Date(start.getTime() + milliseconds);
}

/** A case as it is when it has just come in, or with the facts a test is about. */
export function aCase(facts: Partial<CaseState> = {}, kind: Kind = 'PROBLEM'): CaseState {
  return {
    kind,
    status: 'RECEIVED',
    waitingOn: 'NONE',
    waitingUntil: null,
    outcome: null,
    assigned: null,
    lastDepartment: null,
    receivedAt: NOON,
    askedAt: null,
    reminded: false,
    publishedAt: null,
    thresholdReached: false,
    proposedKind: null,
    endedAt: null,
    reporterObjected: false,
    staffActed: false,
    ...facts,
  };
}
