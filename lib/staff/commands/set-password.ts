import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { sha256 } from '#lib/platform/ids.ts';
import { passwordFault } from '../password-rules.ts';
import { hashPassword } from '../passwords.ts';

type FirstPassword = { key: string; password: string; requestId: string };

/**
 * Sets the password of the account that a mailed link belongs to; the link is used up with it. Returns what a session
 * begins with. Errors: GONE for a link that is unknown, used or too old, INVALID with what is wrong with the password.
 */
export async function setPassword({ key, password, requestId }: FirstPassword) {
  const keyHash = sha256(key);
  const link = await db.accountLink.findFirst({
    where: { keyHash, expiresAt: { gt: now() }, staff: { active: true } },
    include: { staff: { select: { id: true, email: true } } },
  });
  if (!link) throw new AppError('GONE');
  const fault = passwordFault(password, { email: link.staff.email, current: '' });
  if (fault) throw new AppError('INVALID', { fields: { newPassword: [`staff.password.${fault}`] } });
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const { count } = await tx.accountLink.deleteMany({ where: { id: link.id, expiresAt: { gt: now() } } });
    if (count === 0) throw new AppError('GONE');
    const user = await tx.staffUser.update({
      where: { id: link.staff.id, active: true },
      data: { passwordHash, mustChangePassword: false, sessionVersion: { increment: 1 } },
    });
    await audit(
      {
        action: 'account.link-used',
        actorKind: 'staff',
        staffId: user.id,
        subject: `account:${user.id}`,
        requestId,
      },
      tx,
    );
    return user;
  });
}
