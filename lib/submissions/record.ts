import type { CaseFacts } from '#lib/access/can.ts';
import type { Submission } from '#lib/generated/prisma/client.ts';
import { addDays, cityMidnight } from '#lib/platform/clock.ts';
import type { Tx } from '#lib/platform/db.ts';
import type { CaseState } from './workflow-types.ts';

/** Between the row and the pure workflow: the same facts in two shapes. */
export type CaseRecord = { row: Submission; openAssignment: { id: string; departmentCode: string } | null };

/** Reads a case and holds its row until the transaction ends, so that two commands follow one another. */
export async function lockCase(tx: Tx, reference: string): Promise<CaseRecord | null> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Submission" WHERE "reference" = ${reference} FOR UPDATE`;
  const id = held[0]?.id;
  return id ? readCase(tx, id) : null;
}

async function readCase(tx: Tx, id: string): Promise<CaseRecord | null> {
  const row = await tx.submission.findUnique({ where: { id } });
  if (!row) return null;
  const openAssignment = await tx.assignment.findFirst({
    where: { submissionId: id, endedAt: null },
    select: { id: true, departmentCode: true },
  });
  return { row, openAssignment };
}

/** What the policy looks at. */
export function factsOf(
  row: Pick<Submission, 'id' | 'kind' | 'departmentCode'> & { handlerId?: string | null },
  assigned: string | null,
): CaseFacts {
  return { id: row.id, kind: row.kind, assigned, department: row.departmentCode, handler: row.handlerId };
}

/** The columns that the workflow looks at. */
export type StateColumns = Pick<
  Submission,
  | 'kind'
  | 'status'
  | 'waitingOn'
  | 'waitingUntil'
  | 'outcome'
  | 'departmentCode'
  | 'receivedAt'
  | 'askedAt'
  | 'reminded'
  | 'publishedAt'
  | 'thresholdAt'
  | 'proposedKind'
  | 'resolvedAt'
  | 'closedAt'
  | 'objectedAt'
  | 'staffActed'
>;

/** What the workflow looks at. */
export function stateOf(row: StateColumns, assigned: string | null): CaseState {
  return {
    kind: row.kind,
    status: row.status,
    waitingOn: row.waitingOn,
    waitingUntil: row.waitingUntil ? row.waitingUntil.toISOString().slice(0, 10) : null,
    outcome: row.outcome,
    assigned,
    lastDepartment: row.departmentCode,
    receivedAt: row.receivedAt,
    askedAt: row.askedAt,
    reminded: row.reminded,
    publishedAt: row.publishedAt,
    thresholdReached: row.thresholdAt !== null,
    proposedKind: row.proposedKind,
    endedAt: row.resolvedAt ?? row.closedAt,
    reporterObjected: row.objectedAt !== null,
    staffActed: row.staffActed,
  };
}

/** The columns that a command's own are worked out from. */
export type TermColumns = Pick<
  Submission,
  'firstAnswerDue' | 'fixDue' | 'firstAnsweredAt' | 'thresholdAt' | 'resolvedAt' | 'closedAt' | 'objectedAt'
>;

/** The columns that follow from the state after a command. */
export function columnsOf(before: TermColumns, state: CaseState, at: Date, answered: boolean) {
  const firstAnsweredAt = before.firstAnsweredAt ?? (answered ? at : null);
  return {
    status: state.status,
    waitingOn: state.waitingOn,
    waitingUntil: state.waitingUntil ? new Date(`${state.waitingUntil}T00:00:00Z`) : null,
    outcome: state.outcome,
    departmentCode: state.lastDepartment,
    proposedKind: state.proposedKind,
    ...(state.proposedKind === null && { proposedCategory: null }),
    askedAt: state.askedAt,
    reminded: state.reminded,
    publishedAt: state.publishedAt,
    thresholdAt: before.thresholdAt ?? (state.thresholdReached ? at : null),
    resolvedAt: state.status === 'CLOSED' ? before.resolvedAt : state.endedAt,
    closedAt: state.status === 'CLOSED' ? (before.closedAt ?? at) : null,
    objectedAt: before.objectedAt ?? (state.reporterObjected ? at : null),
    staffActed: state.staffActed,
    firstAnsweredAt,
    dueAt: dueOf(before, state, firstAnsweredAt),
  };
}

/**
 * The moment the queue sorts by: the first answer while it is owed, then the planned day or the fix; null when the
 * city owes nothing now.
 */
function dueOf(before: TermColumns, state: CaseState, firstAnsweredAt: Date | null): Date | null {
  if (state.status === 'RESOLVED' || state.status === 'CLOSED' || state.waitingOn === 'REPORTER') return null;
  if (!firstAnsweredAt) return before.firstAnswerDue;
  if (state.waitingOn === 'SCHEDULED' && state.waitingUntil)
    return cityMidnight(addDays(state.waitingUntil, 1));
  return before.fixDue;
}
