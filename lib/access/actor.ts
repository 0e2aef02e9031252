import { AppError } from '#lib/platform/errors.ts';

/** Who is asking. Everything a person may see or do follows from this and the resource, never from the page. */
export const ROLES = ['CONSULTANT', 'SUPERVISOR', 'OFFICER', 'LEAD', 'AUDITOR', 'ADMINISTRATOR'] as const;
export type Role = (typeof ROLES)[number];

export type StaffActor = {
  type: 'staff';
  id: string;
  name: string;
  role: Role;
  /** Code of the department, for officers and leads. */
  department: string | null;
};

export type Actor =
  | { type: 'anonymous' }
  /** Whoever holds the tracking code acts as the person who reported. */
  | { type: 'reporter'; submissionId: string }
  | StaffActor
  /** The worker: closes, reminds, delivers. */
  | { type: 'system' };

export const ANONYMOUS: Actor = { type: 'anonymous' };
export const SYSTEM: Actor = { type: 'system' };

/** Errors: UNAUTHENTICATED for whoever is not signed in. */
export function assertStaff(actor: Actor): asserts actor is StaffActor {
  if (actor.type !== 'staff') throw new AppError('UNAUTHENTICATED');
}

/** The words of `Party` in the workflow, for this actor. Null: this actor gives no commands. */
export function partyOf(
  actor: Actor,
): 'infoline' | 'supervisor' | 'department' | 'reporter' | 'worker' | null {
  if (actor.type === 'system') return 'worker';
  if (actor.type === 'reporter') return 'reporter';
  if (actor.type === 'anonymous') return null;
  if (actor.role === 'CONSULTANT') return 'infoline';
  if (actor.role === 'SUPERVISOR') return 'supervisor';
  return actor.role === 'OFFICER' || actor.role === 'LEAD' ? 'department' : null;
}
