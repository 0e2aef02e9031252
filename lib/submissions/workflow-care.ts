import { type Command, EDIT_MINUTES, type Kind, OPEN_STATUSES } from './words.ts';
import {
  ALL,
  ANY,
  MINUTE,
  mayBeShown,
  mustBeAssigned,
  type RuleRow,
  rule,
  STAFF,
  sameStatus,
} from './workflow-steps.ts';
import type { Party, Rule } from './workflow-types.ts';

const INFOLINE: readonly Party[] = ['infoline', 'supervisor'];
/** A question is between two people, and never shown. */
const SHOWN: readonly Kind[] = ['PROBLEM', 'IDEA'];

/** A row of what staff do among themselves, at any time, with nobody told; said is what is otherwise. */
const quietly = (otherwise: Partial<RuleRow> = {}) =>
  rule({
    kinds: ALL,
    from: ANY,
    by: STAFF,
    visibility: 'INTERNAL',
    tells: null,
    step: sameStatus,
    ...otherwise,
  });

/** Rows of the workflow's table. What changes a case and not where it stands. */
export const CARE = {
  edit: quietly({
    from: ['RECEIVED'],
    by: ['reporter'],
    visibility: 'REPORTER',
    guard: (state, { at }) =>
      state.staffActed || at.getTime() - state.receivedAt.getTime() > EDIT_MINUTES * MINUTE
        ? 'TOO_LATE'
        : null,
  }),
  correct: quietly(),
  release: quietly({ kinds: SHOWN, by: INFOLINE, guard: mayBeShown }),
  hide: quietly({ kinds: SHOWN, by: INFOLINE }),
  'hand-over': quietly({
    from: OPEN_STATUSES,
    // Among colleagues: in the department that has it, or at the infoline when none has.
    guard: (state, { party }) => {
      if (party === 'department') return mustBeAssigned(state);
      return state.assigned ? 'WRONG_STATUS' : null;
    },
  }),
  link: quietly({ versioned: false }),
  unlink: quietly({ versioned: false }),
  note: quietly({ versioned: false }),
} as const satisfies Partial<Record<Command, Rule>>;
