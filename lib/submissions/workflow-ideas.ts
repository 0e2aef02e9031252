import { type Command, IDEA_DAYS } from './words.ts';
import { AT_REST, end, older, rule, STAFF } from './workflow-steps.ts';
import type { Rule } from './workflow-types.ts';

/** Rows of the workflow's table. The life of an idea until it is worked on. */
export const IDEAS = {
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
    by: STAFF,
    visibility: 'PUBLIC',
    tells: 'review',
    step: () => ({ change: { ...AT_REST, status: 'UNDER_REVIEW' } }),
  }),
  accept: rule({
    kinds: ['IDEA'],
    from: ['UNDER_REVIEW'],
    by: STAFF,
    visibility: 'PUBLIC',
    tells: 'accepted',
    step: () => ({ change: { ...AT_REST, status: 'ACCEPTED' } }),
  }),
  'reach-threshold': rule({
    kinds: ['IDEA'],
    from: ['PUBLISHED'],
    by: ['worker'],
    visibility: 'PUBLIC',
    tells: 'threshold',
    // In nobody's way: whoever is writing meanwhile is not told of a conflict.
    versioned: false,
    guard: (state) => (state.thresholdReached ? 'ALREADY_USED' : null),
    step: () => ({ change: { thresholdReached: true } }),
  }),
  expire: rule({
    kinds: ['IDEA'],
    from: ['PUBLISHED'],
    by: ['worker'],
    visibility: 'PUBLIC',
    tells: 'expired',
    guard: (state, { at }) =>
      !state.thresholdReached && older(state.publishedAt, IDEA_DAYS, at) ? null : 'TOO_EARLY',
    step: (state, given) => end(state, given, 'CLOSED', 'EXPIRED'),
  }),
} as const satisfies Partial<Record<Command, Rule>>;
