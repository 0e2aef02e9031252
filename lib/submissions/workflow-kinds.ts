import { type Command, NO_REPLY_DAYS, OPEN_STATUSES } from './words.ts';
import { ALL, AT_REST, older, rule, STAFF } from './workflow-steps.ts';
import type { CaseState, Given, Refusal, Rule } from './workflow-types.ts';

const proposed = (state: CaseState): Refusal | null => (state.proposedKind ? null : 'NOT_ASKED');
const another = (state: CaseState, { input }: Given): Refusal | null =>
  input.kind && input.kind !== state.kind ? null : 'WRONG_KIND';

/** A case begins anew as another kind: in nobody's hands, read by nobody yet, under the number it has. */
function become(state: CaseState, kind: CaseState['kind']) {
  return {
    change: {
      ...AT_REST,
      kind,
      status: 'RECEIVED' as const,
      assigned: null,
      lastDepartment: null,
      publishedAt: null,
      thresholdReached: false,
    },
    assignment: state.assigned ? ({ type: 'end', end: 'CLOSED' } as const) : ({ type: 'none' } as const),
  };
}

/** Rows of the workflow's table. What came as one kind becomes another, when the person who sent it agrees. */
export const KIND_CHANGES = {
  'propose-kind': rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: STAFF,
    visibility: 'REPORTER',
    tells: 'kindProposed',
    guard: another,
    step: (_state, { at, input }) => ({
      change: { ...AT_REST, waitingOn: 'REPORTER', askedAt: at, proposedKind: input.kind ?? null },
    }),
  }),
  'accept-kind': rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['reporter'],
    visibility: 'PUBLIC',
    tells: 'converted',
    guard: proposed,
    step: (state) => become(state, state.proposedKind ?? state.kind),
  }),
  'refuse-kind': rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['reporter'],
    visibility: 'REPORTER',
    tells: null,
    guard: proposed,
    step: () => ({ change: { ...AT_REST } }),
  }),
  // Silence is no consent, and no ending either: the case goes on as what it is.
  'lapse-kind': rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['worker'],
    visibility: 'REPORTER',
    tells: null,
    guard: (state, { at }) =>
      proposed(state) ?? (older(state.askedAt, NO_REPLY_DAYS, at) ? null : 'TOO_EARLY'),
    step: () => ({ change: { ...AT_REST } }),
  }),
  convert: rule({
    kinds: ALL,
    from: OPEN_STATUSES,
    by: ['infoline', 'supervisor'],
    visibility: 'PUBLIC',
    tells: 'converted',
    guard: another,
    step: (state, { input }) => become(state, input.kind ?? state.kind),
  }),
} as const satisfies Partial<Record<Command, Rule>>;
