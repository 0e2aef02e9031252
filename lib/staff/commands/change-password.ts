import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { SessionToken } from '#lib/access/session.ts';
import { audit } from '#lib/platform/audit.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { hit } from '#lib/platform/limits.ts';
import { passwordFault } from '../password-rules.ts';
import { hashPassword, verifyPassword } from '../passwords.ts';

export type PasswordChange = { password: string; newPassword: string; requestId: string };

/**
 * Gives a person a new password and ends every session begun with the old one; returns the token of the one that goes
 * on. Errors: INVALID with the field that is wrong, TOO_MANY, FORBIDDEN.
 */
export async function changePassword(actor: StaffActor, change: PasswordChange): Promise<SessionToken> {
  if (!can(actor, 'account.change-own-password')) throw new AppError('FORBIDDEN');
  await hit('signInAccount', `password ${actor.id}`);
  const user = await db.staffUser.findUniqueOrThrow({ where: { id: actor.id } });
  if (!(await verifyPassword(user.passwordHash, change.password))) {
    throw new AppError('INVALID', { fields: { password: ['staff.password.wrong'] } });
  }
  const fault = passwordFault(change.newPassword, { email: user.email, current: change.password });
  if (fault) throw new AppError('INVALID', { fields: { newPassword: [`staff.password.${fault}`] } });
  const passwordHash = await hashPassword(change.newPassword);
  const { sessionVersion } = await inTransaction(async (tx) => {
    const row = await tx.staffUser.update({
      where: { id: user.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await audit(
      { action: 'password.changed', actorKind: 'staff', staffId: user.id, requestId: change.requestId },
      tx,
    );
    return row;
  });
  return { sub: user.id, version: sessionVersion };
}
