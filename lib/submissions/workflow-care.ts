import { type Command, EDIT_MINUTES, OPEN_STATUSES } from './words.ts';
import { ALL, ANY, MINUTE, mayBeShown, mustBeAssigned, rule, sameStatus } from './workflow-steps.ts';
import type { Rule } from './workflow-types.ts';

/** Rows of the workflow's table. What changes a case and not where it stands. */
export const CARE = {
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
  'hand-over': rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'INTERNAL',
    tells: null,
    // Among colleagues: in the department that has it, or at the infoline when none has.
    guard: (state, { party }) => {
      if (party === 'department') return mustBeAssigned(state);
      return state.assigned ? 'WRONG_STATUS' : null;
    },
    step: sameStatus,
  }),
  link: rule({
    kinds: ALL,
    from: ANY,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'INTERNAL',
    tells: null,
    versioned: false,
    step: sameStatus,
  }),
  unlink: rule({
    kinds: ALL,
    from: ANY,
    by: ['infoline', 'supervisor', 'department'],
    visibility: 'INTERNAL',
    tells: null,
    versioned: false,
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
} as const satisfies Partial<Record<Command, Rule>>;
