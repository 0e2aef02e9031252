import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { audit } from '#lib/platform/audit.ts';
import { changesBetween, stampOf } from '#lib/platform/changes.ts';
import { inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { AccountInput } from '../account-schema.ts';
import { accountValues } from '../account-values.ts';
import { assertFits, lockAccount, lockAdministrators } from './account-rows.ts';

/**
 * Changes name, address, role and department. Takes effect with the person's next request. Errors: FORBIDDEN,
 * NOT_FOUND, CONFLICT when somebody else changed it meanwhile, INVALID with the field that is wrong.
 */
export async function editAccount(
  actor: Actor,
  id: string,
  { account, requestId }: { account: AccountInput; requestId: string },
): Promise<void> {
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  await inTransaction(async (tx) => {
    await lockAdministrators(tx, actor);
    const row = await lockAccount(tx, id);
    const before = accountValues(row);
    if (account.seen !== stampOf(before)) throw new AppError('CONFLICT', { current: before });
    const own = actor.type === 'staff' && actor.id === id;
    if (own && account.role !== row.role) {
      throw new AppError('INVALID', { fields: { role: ['admin.accounts.error.ownRole'] } });
    }
    await assertFits(tx, account, id);
    const { name, email, role, department } = account;
    const changed = await tx.staffUser.update({
      where: { id },
      data: { name, email, role, departmentCode: department },
    });
    const changes = changesBetween(before, accountValues(changed));
    if (Object.keys(changes).length === 0) return;
    await audit(
      {
        action: 'account.changed',
        actorKind: actor.type,
        staffId: actor.type === 'staff' ? actor.id : null,
        subject: `account:${id}`,
        requestId,
        changes,
      },
      tx,
    );
  });
}
