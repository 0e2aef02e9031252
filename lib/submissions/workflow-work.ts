import { type Command, OPEN_STATUSES, REMINDER_DAYS } from './words.ts';
import {
  ALL,
  AT_REST,
  heldBy,
  isIdea,
  mustBeAssigned,
  rule,
  STAFF,
  stillAsked,
  waitedFor,
} from './workflow-steps.ts';
import type { Rule } from './workflow-types.ts';

/** Rows of the workflow's table. How a case moves between hands, and what is done while it is open. */
export const WORK = {
  forward: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: STAFF,
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
  progress: rule({
    kinds: ['PROBLEM', 'IDEA'],
    from: ['ACCEPTED', 'FORWARDED', 'IN_PROGRESS'],
    by: STAFF,
    visibility: 'PUBLIC',
    tells: 'progressed',
    // What was done at a problem is told by those who did it; a milestone of an idea also by those who look after it.
    guard: (state, { party }) => (isIdea(state) && party !== 'department' ? null : heldBy(state, party)),
    step: (state, { input }) => ({
      change: {
        ...(state.status === 'FORWARDED' && { status: 'IN_PROGRESS' }),
        ...(input.until && { ...AT_REST, waitingOn: 'SCHEDULED', waitingUntil: input.until }),
      },
      assignment: { type: state.status === 'FORWARDED' ? 'take' : 'none' },
    }),
  }),
  ask: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: STAFF,
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
    guard: (state) => (state.waitingOn === 'REPORTER' && !state.proposedKind ? null : 'NOT_ASKED'),
    step: () => ({ change: { ...AT_REST } }),
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
} as const satisfies Partial<Record<Command, Rule>>;
