import type { Actor } from '#lib/access/actor.ts';
import { can, grantsOf } from '#lib/access/can.ts';
import { DEPARTMENT_TABS, type Desk, type QueueTab, TRIAGE_TABS } from '../staff-dto.ts';

/** Which list this person works from. Whoever may read every case reads the triage, even without acting in it. */
export function deskOf(actor: Actor): Desk {
  if (can(actor, 'desk.triage') || grantsOf(actor)['case.read-internal'] === 'any') return 'triage';
  return can(actor, 'desk.department') ? 'department' : 'none';
}

/** The lists of a desk, the usual one first. */
export function tabsOf(desk: Desk): readonly QueueTab[] {
  if (desk === 'triage') return TRIAGE_TABS;
  return desk === 'department' ? DEPARTMENT_TABS : [];
}
