import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { audit } from '#lib/platform/audit.ts';
import { changesBetween, stampOf } from '#lib/platform/changes.ts';
import { inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import type { AccountInput } from '../account-schema.ts';
import { accountValues } from '../account-values.ts';
import { replaceLink } from './account-link.ts';
import { assertFits, lockAccount, lockAdministrators } from './account-rows.ts';

/**
 * Changes name, address, role and department. Takes effect with the person's next request. A link that is on its way
 * to an address that was put right is dead, and a new one goes to the right one. Errors: FORBIDDEN, NOT_FOUND, CONFLICT
 * when somebody else changed it meanwhile, INVALID with the field that is wrong.
 */
export async function editAccount(
  actor: Actor,
  id: string,
  { account, requestId }: { account: AccountInput; requestId: string },
): Promise<void> {
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  await warmUpJobs();
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
    if (email !== row.email) await replaceLink(tx, row);
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
