import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Permission } from '#lib/access/permissions.ts';
import type { AuditAction } from '#lib/platform/audit.ts';
import type { Changes } from '#lib/platform/changes.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { HistoryPage } from '../history-dto.ts';

const PAGE = 10;

/** What was changed of one thing, the newest first; for whoever may change it. `before`: the last entry seen. */
export async function historyOf(
  actor: StaffActor,
  permission: Permission,
  subject: string,
  before?: string,
): Promise<HistoryPage> {
  if (!can(actor, permission)) throw new AppError('FORBIDDEN');
  const rows = await db.auditEntry.findMany({
    where: { subject, ...(before && /^\d{1,18}$/.test(before) && { id: { lt: BigInt(before) } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: { id: true, at: true, staffId: true, action: true, data: true },
  });
  const shown = rows.slice(0, PAGE);
  const ids = [...new Set(shown.flatMap(({ staffId }) => staffId ?? []))];
  const people = await db.staffUser.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    entries: shown.map(({ id, at, staffId, action, data }) => ({
      id: String(id),
      at,
      who: names.get(staffId ?? '') ?? null,
      action: action as AuditAction,
      changes: (data as { changes?: Changes }).changes ?? {},
    })),
    next: rows.length > PAGE ? String(shown.at(-1)?.id) : null,
  };
}
