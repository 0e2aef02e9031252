import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { audit } from '#lib/platform/audit.ts';
import { changesBetween } from '#lib/platform/changes.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { newId, newSecret } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import type { AccountInput } from '../account-schema.ts';
import { accountValues } from '../account-values.ts';
import { hashPassword } from '../passwords.ts';
import { issueLink, sendLink } from './account-link.ts';
import { assertFits } from './account-rows.ts';

type Creation = { account: AccountInput; requestId?: string; mail: boolean };

/**
 * A new account, which works once its person has set a password by the link in the mail. Errors: FORBIDDEN, INVALID
 * with the field that is wrong.
 */
export async function createAccount(
  actor: Actor,
  { account, requestId, mail }: Creation,
): Promise<{ id: string; linkId: string }> {
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  const id = newId();
  const passwordHash = await hashPassword(newSecret());
  await warmUpJobs();
  return inTransaction(async (tx) => {
    await assertFits(tx, account, null);
    const { name, email, role, department } = account;
    const row = await tx.staffUser.create({
      data: {
        id,
        name,
        email,
        role,
        departmentCode: department,
        passwordHash,
        mustChangePassword: true,
        createdAt: now(),
      },
    });
    const linkId = await issueLink(tx, id);
    if (mail) await sendLink(tx, { id: linkId, staffId: id, mail: 'invitation' });
    await audit(
      {
        action: 'account.created',
        actorKind: actor.type,
        staffId: actor.type === 'staff' ? actor.id : null,
        subject: `account:${id}`,
        ...(requestId && { requestId }),
        changes: changesBetween({}, accountValues(row)),
      },
      tx,
    );
    return { id, linkId };
  });
}
