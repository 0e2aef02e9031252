import {
  type Command,
  EDIT_MINUTES,
  IDEA_DAYS,
  type Kind,
  NO_REPLY_DAYS,
  OBJECTION_DAYS,
  OPEN_STATUSES,
  type Outcome,
  REMINDER_DAYS,
} from './words.ts';
import {
  ALL,
  ANY,
  AT_REST,
  end,
  isIdea,
  MINUTE,
  mayBeShown,
  mustBeAssigned,
  older,
  reopen,
  sameStatus,
  stillAsked,
  waitedFor,
} from './workflow-steps.ts';
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

const rule = (row: Omit<Rule, 'versioned'> & { versioned?: boolean }): Rule => ({ versioned: true, ...row });

export const WORKFLOW: Record<Command, Rule> = {
  forward: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'forwarded',
    guard: (state, { input }) => (state.assigned === input.department ? 'SAME_DEPARTMENT' : null),
    step: (state, { input }) => {
      const department = input.department ?? '';
      const status = isIdea(state) ? state.status : 'FORWARDED';
      return {
        change: { ...stillAsked(state), status, assigned: department, lastDepartment: department },
        assignment: { type: 'open', department },
      };
    },
  }),
  take: rule({
    kinds: ALL,
    from: ['FORWARDED', 'ACCEPTED'],
    by: ['department'],
    visibility: 'PUBLIC',
    tells: 'taken',
    guard: mustBeAssigned,
    // A day that was promised and a question that was asked still stand.
    step: () => ({ change: { status: 'IN_PROGRESS' }, assignment: { type: 'take' } }),
  }),
  return: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['department'],
    visibility: 'PUBLIC',
    tells: null,
    guard: mustBeAssigned,
    step: (state) => ({
      change: {
        ...AT_REST,
        status: isIdea(state) ? state.status : 'RECEIVED',
        assigned: null,
        lastDepartment: null,
      },
      assignment: { type: 'end', end: 'RETURNED' },
    }),
  }),
  plan: rule({
    kinds: ALL,
    from: ['FORWARDED', 'IN_PROGRESS'],
    by: ['department'],
    visibility: 'PUBLIC',
    tells: 'planned',
    guard: mustBeAssigned,
    step: (_state, { input }) => ({
      change: { ...AT_REST, waitingOn: 'SCHEDULED', waitingUntil: input.until ?? null },
    }),
  }),
  ask: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'REPORTER',
    tells: 'asked',
    step: (_state, { at }) => ({ change: { ...AT_REST, waitingOn: 'REPORTER', askedAt: at } }),
  }),
  reply: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['reporter'],
    visibility: 'REPORTER',
    tells: null,
    versioned: false,
    guard: (state) => (state.waitingOn === 'REPORTER' ? null : 'NOT_ASKED'),
    step: () => ({ change: { ...AT_REST } }),
  }),
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
  publish: rule({
    kinds: ['IDEA'],
    from: ['RECEIVED'],
    by: ['infoline', 'supervisor'],
    visibility: 'PUBLIC',
    tells: 'published',
    step: (_state, { at }) => ({ change: { ...AT_REST, status: 'PUBLISHED', publishedAt: at } }),
  }),
  'start-review': rule({
    kinds: ['IDEA'],
    from: ['PUBLISHED'],
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'review',
    step: () => ({ change: { ...AT_REST, status: 'UNDER_REVIEW' } }),
  }),
  accept: rule({
    kinds: ['IDEA'],
    from: ['UNDER_REVIEW'],
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'PUBLIC',
    tells: 'accepted',
    step: () => ({ change: { ...AT_REST, status: 'ACCEPTED' } }),
  }),
  expire: rule({
    kinds: ['IDEA'],
    from: ['PUBLISHED'],
    by: ['worker'],
    visibility: 'PUBLIC',
    tells: 'expired',
    guard: (state, { at }) => (older(state.publishedAt, IDEA_DAYS, at) ? null : 'TOO_EARLY'),
    step: (state, given) => end(state, given, 'CLOSED', 'EXPIRED'),
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
  remind: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['worker'],
    visibility: 'REPORTER',
    tells: 'reminded',
    // In nobody's way: whoever is writing meanwhile is not told of a conflict.
    versioned: false,
    guard: (state, { at }) => (state.reminded ? 'ALREADY_USED' : waitedFor(state, REMINDER_DAYS, at)),
    step: () => ({ change: { reminded: true } }),
  }),
  withdraw: rule({
    kinds: ALL,
    from: ['RECEIVED', 'FORWARDED', 'PUBLISHED'],
    by: ['reporter'],
    visibility: 'PUBLIC',
    tells: 'withdrawn',
    step: (state, given) => end(state, given, 'CLOSED', 'WITHDRAWN'),
  }),
  edit: rule({
    kinds: ALL,
    from: ['RECEIVED'],
    by: ['reporter'],
    visibility: 'REPORTER',
    tells: null,
    guard: (state, { at }) =>
      state.staffActed || at.getTime() - state.receivedAt.getTime() > EDIT_MINUTES * MINUTE
        ? 'TOO_LATE'
        : null,
    step: sameStatus,
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
  correct: rule({
    kinds: ALL,
    from: ANY,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'INTERNAL',
    tells: null,
    step: sameStatus,
  }),
  release: rule({
    kinds: ['PROBLEM', 'IDEA'],
    from: ANY,
    by: ['infoline', 'supervisor'],
    visibility: 'INTERNAL',
    tells: null,
    guard: mayBeShown,
    step: sameStatus,
  }),
  hide: rule({
    kinds: ['PROBLEM', 'IDEA'],
    from: ANY,
    by: ['infoline', 'supervisor'],
    visibility: 'INTERNAL',
    tells: null,
    step: sameStatus,
  }),
  note: rule({
    kinds: ALL,
    from: ANY,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'INTERNAL',
    tells: null,
    versioned: false,
    step: sameStatus,
  }),
};
