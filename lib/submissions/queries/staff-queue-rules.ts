import type { Actor } from '#lib/access/actor.ts';
import { type Scope, scope } from '#lib/access/scope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { cameBefore } from '../service-clock.ts';
import { type Desk, OWN_TABS, type QueueFilter, type QueueTab } from '../staff-dto.ts';
import { isOpen, OPEN_STATUSES, type Status } from '../words.ts';

/** Which cases a list holds: their statuses (null: all), and what else is true of them. `s` is the submission. */
export type TabRule = { statuses: readonly Status[] | null; where: Prisma.Sql };

const { sql } = Prisma;
/** A new case that waits longer than so many working days waits too long. */
const MOST_DAYS_UNTRIAGED = 1;
const NOT_ASKED = sql`s."waitingOn" <> 'REPORTER'`;
/** Written so that no index answers it: the planner thinks it rare among new cases, where it is the rule. */
const UNASSIGNED = sql`COALESCE(s."departmentCode", '') = ''`;
const ENDED = ['RESOLVED', 'CLOSED'] as const;

/** That a case has one of these statuses, in the words of the indexes that hold open cases alone, where it is open. */
export function inStatuses(statuses: readonly Status[], status: Prisma.Sql): Prisma.Sql {
  const open = statuses.every(isOpen);
  return open ? sql`${status} AND s."status" NOT IN ('RESOLVED', 'CLOSED')` : status;
}

/** The rule of a list. An open case without a department is the infoline's to move on. */
export function tabRule(actor: Actor, desk: Desk, tab: QueueTab): TabRule {
  if (OWN_TABS.includes(tab)) return ownRule(tab, actor.type === 'staff' ? actor.id : null);
  if (tab === 'objected') return { statuses: OPEN_STATUSES, where: sql`s."objectedAt" IS NOT NULL` };
  if (tab === 'returned-often') return { statuses: OPEN_STATUSES, where: sql`s."hops" >= 2` };
  if (tab === 'kind-proposed') {
    return { statuses: OPEN_STATUSES, where: sql`s."proposedKind" IS NOT NULL AND NOT (${NOT_ASKED})` };
  }
  return desk === 'department' ? departmentRule(tab) : triageRule(tab);
}

/** What one person holds; and what that person sent to a department that has sent it back. */
function ownRule(tab: QueueTab, me: string | null): TabRule {
  if (tab === 'mine') return { statuses: OPEN_STATUSES, where: sql`s."handlerId" = ${me}::uuid` };
  const back = sql`s."hops" > 0 AND ${UNASSIGNED} AND s."forwardedById" = ${me}::uuid`;
  return { statuses: OPEN_STATUSES, where: back };
}

function triageRule(tab: QueueTab): TabRule {
  const fresh = sql`s."hops" = 0 AND ${UNASSIGNED} AND ${NOT_ASKED}`;
  if (tab === 'new') return { statuses: ['RECEIVED'], where: fresh };
  if (tab === 'untriaged') {
    // What an objection opened again is old by nature, and has a list of its own.
    const long = sql`s."receivedAt" < ${cameBefore(now(), MOST_DAYS_UNTRIAGED)} AND s."objectedAt" IS NULL`;
    return { statuses: ['RECEIVED'], where: sql`${fresh} AND ${long}` };
  }
  if (tab === 'returned') {
    return { statuses: ['RECEIVED'], where: sql`s."hops" > 0 AND ${UNASSIGNED} AND ${NOT_ASKED}` };
  }
  if (tab === 'ideas') {
    // To be read, with the people they need, or under review.
    const due = sql`(s."status" <> 'PUBLISHED' OR s."thresholdAt" IS NOT NULL)`;
    return { statuses: ['RECEIVED', 'PUBLISHED', 'UNDER_REVIEW'], where: sql`s."kind" = 'IDEA' AND ${due}` };
  }
  if (tab === 'departments') {
    return { statuses: OPEN_STATUSES, where: sql`s."departmentCode" IS NOT NULL AND ${NOT_ASKED}` };
  }
  if (tab === 'waiting') return { statuses: OPEN_STATUSES, where: sql`s."waitingOn" = 'REPORTER'` };
  if (tab === 'overdue') return { statuses: OPEN_STATUSES, where: overdue() };
  return { statuses: tab === 'ended' ? ENDED : null, where: sql`TRUE` };
}

function departmentRule(tab: QueueTab): TabRule {
  const resting = sql`s."waitingOn" = 'NONE'`;
  if (tab === 'to-take') return { statuses: ['FORWARDED', 'ACCEPTED'], where: resting };
  if (tab === 'in-progress') {
    return { statuses: ['IN_PROGRESS', 'UNDER_REVIEW', 'PUBLISHED', 'RECEIVED'], where: resting };
  }
  if (tab === 'overdue') return { statuses: OPEN_STATUSES, where: overdue() };
  if (tab === 'planned') return { statuses: OPEN_STATUSES, where: sql`s."waitingOn" = 'SCHEDULED'` };
  if (tab === 'waiting') {
    return { statuses: OPEN_STATUSES, where: sql`s."waitingOn" IN ('REPORTER', 'EXTERNAL')` };
  }
  if (tab === 'ended' || tab === 'all') return { statuses: tab === 'ended' ? ENDED : null, where: sql`TRUE` };
  const planned = sql`s."waitingOn" = 'SCHEDULED' AND s."waitingUntil" <= ${cityDay(now())}::date`;
  return { statuses: OPEN_STATUSES, where: sql`(${resting} OR (${planned}))` };
}

/** What the filter narrows a list down to, within what the actor may see. */
export function conditions(actor: Actor, filter: QueueFilter): Prisma.Sql {
  const parts = [scopeSql(scope(actor, 'case.read-internal'))];
  if (filter.category) parts.push(sql`s."categoryCode" = ${filter.category}`);
  if (filter.department) parts.push(sql`s."departmentCode" = ${filter.department}`);
  if (filter.district !== null) parts.push(sql`s."districtNumber" = ${filter.district}`);
  if (filter.channel) parts.push(sql`s."channel" = ${filter.channel}::"Channel"`);
  if (filter.overdue) parts.push(overdue());
  if (filter.findings) parts.push(sql`cardinality(s."findings") > 0`);
  if (filter.unreleased) {
    parts.push(sql`s."publicText" IS NULL AND s."text" IS NOT NULL AND s."kind" <> 'QUESTION'`);
  }
  return Prisma.join(parts, ' AND ');
}

function overdue(): Prisma.Sql {
  return sql`s."dueAt" <= ${now()}`;
}

/** The scope of the policy in SQL. Anything it does not know is nothing. */
export function scopeSql(where: Scope): Prisma.Sql {
  if ('departmentCode' in where) return sql`s."departmentCode" = ${where.departmentCode}`;
  if ('kind' in where) return sql`s."kind" <> 'QUESTION'`;
  if ('id' in where) return typeof where.id === 'string' ? sql`s."id" = ${where.id}::uuid` : sql`FALSE`;
  return sql`TRUE`;
}
