import {
  type Command,
  type Kind,
  NO_REPLY_DAYS,
  OBJECTION_DAYS,
  OPEN_STATUSES,
  type Outcome,
} from './words.ts';
import { ALL, end, older, type RuleRow, reopen, rule, STAFF, waitedFor } from './workflow-steps.ts';
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

type Ending = Partial<RuleRow> & Pick<Rule, 'tells'>;

/** A row that ends a case in this way: staff may, while it is open, and everybody reads it; said is what is otherwise. */
const ends = (status: 'RESOLVED' | 'CLOSED', outcome: Outcome, otherwise: Ending) =>
  rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: STAFF,
    visibility: 'PUBLIC',
    step: (state, given) => end(state, given, status, outcome),
    ...otherwise,
  });

/** Rows of the workflow's table. How a case ends, and how an ending is taken back. */
export const ENDINGS = {
  resolve: ends('RESOLVED', 'FIXED', {
    from: ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'ACCEPTED'],
    tells: 'resolved',
    guard: (state, { input }) =>
      input.outcome && OUTCOMES_OF_KIND[state.kind].includes(input.outcome) ? null : 'WRONG_OUTCOME',
    step: (state, given) => end(state, given, 'RESOLVED', given.input.outcome ?? 'FIXED'),
  }),
  answer: ends('RESOLVED', 'ANSWERED', {
    kinds: ['PROBLEM', 'QUESTION'],
    from: ['RECEIVED', 'FORWARDED', 'IN_PROGRESS'],
    tells: 'answered',
  }),
  redirect: ends('RESOLVED', 'OUTSIDE_CITY', { tells: 'redirected' }),
  decline: ends('RESOLVED', 'DECLINED', { tells: 'declined' }),
  duplicate: ends('CLOSED', 'DUPLICATE', { tells: 'duplicate' }),
  'no-reply': ends('RESOLVED', 'NO_REPLY', {
    by: ['worker'],
    tells: 'noReply',
    guard: (state, { at }) => waitedFor(state, NO_REPLY_DAYS, at),
  }),
  withdraw: ends('CLOSED', 'WITHDRAWN', {
    from: ['RECEIVED', 'FORWARDED', 'PUBLISHED'],
    by: ['reporter'],
    tells: 'withdrawn',
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
