import {
  type Command,
  type Kind,
  NO_REPLY_DAYS,
  OBJECTION_DAYS,
  OPEN_STATUSES,
  type Outcome,
} from './words.ts';
import { ALL, end, older, reopen, rule, waitedFor } from './workflow-steps.ts';
import type { Rule } from './workflow-types.ts';

const OUTCOMES_OF_KIND: Record<Kind, readonly Outcome[]> = {
  PROBLEM: ['FIXED', 'NO_FAULT_FOUND', 'ANSWERED'],
  IDEA: ['IMPLEMENTED'],
  QUESTION: ['ANSWERED'],
};

/** Outcomes that `resolve` may give to this kind, the most usual first. */
export function outcomesFor(kind: Kind): readonly Outcome[] {
  return OUTCOMES_OF_KIND[kind];
}

/** Rows of the workflow's table. How a case ends, and how an ending is taken back. */
export const ENDINGS = {
  resolve: rule({
    kinds: ALL,
    from: ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'ACCEPTED'],
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'resolved',
    guard: (state, { input }) =>
      input.outcome && OUTCOMES_OF_KIND[state.kind].includes(input.outcome) ? null : 'WRONG_OUTCOME',
    step: (state, given) => end(state, given, 'RESOLVED', given.input.outcome ?? 'FIXED'),
  }),
  answer: rule({
    kinds: ['PROBLEM', 'QUESTION'],
    from: ['RECEIVED', 'FORWARDED', 'IN_PROGRESS'],
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'answered',
    step: (state, given) => end(state, given, 'RESOLVED', 'ANSWERED'),
  }),
  redirect: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'redirected',
    step: (state, given) => end(state, given, 'RESOLVED', 'OUTSIDE_CITY'),
  }),
  decline: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'declined',
    step: (state, given) => end(state, given, 'RESOLVED', 'DECLINED'),
  }),
  duplicate: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'duplicate',
    step: (state, given) => end(state, given, 'CLOSED', 'DUPLICATE'),
  }),
  'no-reply': rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['worker'],
    visibility: 'PUBLIC',
    tells: 'noReply',
    guard: (state, { at }) => waitedFor(state, NO_REPLY_DAYS, at),
    step: (state, given) => end(state, given, 'RESOLVED', 'NO_REPLY'),
  }),
  withdraw: rule({
    kinds: ALL,
    from: ['RECEIVED', 'FORWARDED', 'PUBLISHED'],
    by: ['reporter'],
    visibility: 'PUBLIC',
    tells: 'withdrawn',
    step: (state, given) => end(state, given, 'CLOSED', 'WITHDRAWN'),
  }),
  object: rule({
    kinds: ALL,
    from: ['RESOLVED', 'CLOSED'],
    by: ['reporter', 'supervisor'],
    visibility: 'PUBLIC',
    tells: 'reopened',
    guard: (state, given) => {
      if (state.outcome === 'WITHDRAWN') return 'WRONG_STATUS';
      if (given.party === 'supervisor') return null;
      if (state.reporterObjected) return 'ALREADY_USED';
      return older(state.endedAt, OBJECTION_DAYS, given.at) ? 'TOO_LATE' : null;
    },
    step: reopen,
  }),
  close: rule({
    kinds: ALL,
    from: ['RESOLVED'],
    by: ['worker', 'reporter'],
    visibility: 'PUBLIC',
    tells: null,
    guard: (state, { party, at }) =>
      party === 'reporter' || older(state.endedAt, OBJECTION_DAYS, at) ? null : 'TOO_EARLY',
    step: () => ({ change: { status: 'CLOSED' } }),
  }),
} as const satisfies Partial<Record<Command, Rule>>;
