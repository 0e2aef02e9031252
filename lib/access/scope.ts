import type { Actor } from './actor.ts';
import { grantsOf } from './can.ts';

/** A `where` of Submission that keeps only what the actor may see with this permission. */
export type Scope =
  | Record<string, never>
  | { kind: { not: 'QUESTION' } }
  | { departmentCode: string }
  | { id: string }
  | { id: { in: [] } };

const NOTHING: Scope = { id: { in: [] } };

/**
 * The same policy as `can`, as a filter: lists, counts and searches put it into their query, so that nothing is
 * counted that could not be shown. `case.read` is the public eye, `case.read-internal` the staff's.
 */
export function scope(actor: Actor, permission: 'case.read' | 'case.read-internal'): Scope {
  const reach = grantsOf(actor)[permission];
  if (reach === 'any') return {};
  if (reach === 'public') return { kind: { not: 'QUESTION' } };
  if (reach === 'own') {
    return actor.type === 'staff' && actor.department ? { departmentCode: actor.department } : NOTHING;
  }
  return NOTHING;
}

/** A `where` of Call: all of them, one's own, or none. */
export type CallScope = Record<string, never> | { staffId: string } | { id: { in: [] } };

export function callScope(actor: Actor): CallScope {
  if (grantsOf(actor)['call.read-all']) return {};
  return actor.type === 'staff' && grantsOf(actor)['call.log'] ? { staffId: actor.id } : { id: { in: [] } };
}
