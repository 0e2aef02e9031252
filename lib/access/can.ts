import type { Actor } from './actor.ts';
import { GRANTS, type Permission, type Reach } from './permissions.ts';

/** What the policy looks at in a case, and nothing else. */
export type CaseFacts = {
  id: string;
  kind: 'PROBLEM' | 'IDEA' | 'QUESTION';
  /** Department with the open assignment; access to act ends with it. */
  assigned: string | null;
  /** Department that has it or last had it, until it was returned. */
  department: string | null;
  /** The colleague who holds it; not said: not known, which grants nothing. */
  handler?: string | null;
};

/** A question is a private matter; everything else is public as far as it was released. */
function isPublic(facts: Pick<CaseFacts, 'kind'>): boolean {
  return facts.kind !== 'QUESTION';
}

/** The one answer to "may they?". Default deny. Permissions about a case need its facts. */
export function can(actor: Actor, permission: Permission, facts?: CaseFacts): boolean {
  const reach = grantsOf(actor)[permission];
  if (!reach) return false;
  return reach === 'always' || (facts !== undefined && reaches(actor, reach, facts));
}

function reaches(actor: Actor, reach: Reach, facts: CaseFacts): boolean {
  if (reach === 'any') return true;
  if (reach === 'public') return isPublic(facts);
  if (reach === 'mine') return actor.type === 'reporter' && actor.submissionId === facts.id;
  if (actor.type !== 'staff' || actor.department === null) return false;
  if (reach === 'own') return facts.department === actor.department;
  const free = facts.handler === null || facts.handler === actor.id;
  return facts.assigned === actor.department && (reach === 'held' || free);
}

export function grantsOf(actor: Actor): Partial<Record<Permission, Reach>> {
  if (actor.type === 'anonymous') return GRANTS.ANONYMOUS;
  if (actor.type === 'reporter') return GRANTS.REPORTER;
  if (actor.type === 'system') return GRANTS.SYSTEM;
  return GRANTS[actor.role];
}
