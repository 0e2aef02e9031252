import type { Actor } from '#lib/access/actor.ts';
import type { StaffUser } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId } from '#lib/platform/ids.ts';

/**
 * Locks the administrators and makes sure that whoever acts is still one of them. Two who disable each other meet
 * here: the second one is no administrator any more. So one who works always remains.
 */
export async function lockAdministrators(tx: Tx, actor: Actor): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "StaffUser" WHERE "role" = 'ADMINISTRATOR' AND "active" ORDER BY "id" FOR UPDATE`;
  if (actor.type === 'staff' && !rows.some(({ id }) => id === actor.id)) throw new AppError('FORBIDDEN');
}

/** The account to be changed, locked. NOT_FOUND when there is none. */
export async function lockAccount(tx: Tx, id: string): Promise<StaffUser> {
  if (!isId(id)) throw new AppError('NOT_FOUND');
  await tx.$queryRaw`SELECT 1 FROM "StaffUser" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await tx.staffUser.findUnique({ where: { id } });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** Refused at their fields: a department that takes no work, an address that somebody else has. */
export async function assertFits(
  tx: Tx,
  account: { email: string; department: string | null },
  id: string | null,
): Promise<void> {
  // Of two who give one address at once, the second waits and is told at its field.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${account.email}, 0))`;
  const [unit, taken] = await Promise.all([
    account.department === null
      ? true
      : tx.department.findFirst({ where: { code: account.department, active: true } }),
    tx.staffUser.findUnique({ where: { email: account.email }, select: { id: true } }),
  ]);
  const fields = {
    ...(!unit && { department: ['validation.departmentUnknown'] }),
    ...(taken && taken.id !== id && { email: ['admin.accounts.error.taken'] }),
  };
  if (Object.keys(fields).length > 0) throw new AppError('INVALID', { fields });
}
