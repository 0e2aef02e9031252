import type { StaffUser } from '#lib/generated/prisma/client.ts';
import { audit } from '#lib/platform/audit.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { forgive, hit, type LimitName } from '#lib/platform/limits.ts';
import { LONGEST_PASSWORD } from '../password-rules.ts';
import { verifyPassword } from '../passwords.ts';

export type SignInAttempt = {
  email: string;
  password: string;
  clientAddress: string;
  /** The browser's mark, when it has one; see `device.ts`. */
  device: { staffId: string; nonce: string } | null;
  requestId: string;
};

/**
 * Checks who somebody is. The answer to a wrong password, an unknown or a disabled account is the same and takes as
 * long. Errors: TOO_MANY; INVALID with the one message for all that was wrong.
 */
export async function signIn(attempt: SignInAttempt): Promise<StaffUser> {
  const email = attempt.email.trim().toLowerCase();
  const user = await db.staffUser.findUnique({ where: { email } });
  const counters = countersOf(attempt, email, user?.id);
  for (const [limit, subject] of counters) await hit(limit, subject);
  const password = attempt.password.slice(0, LONGEST_PASSWORD + 1);
  const fits = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user?.active || user.mustChangePassword || !fits) {
    await record('session.refused', attempt, user);
    throw new AppError('INVALID', {
      fields: { email: ['staff.signIn.wrong'] },
      message: 'staff.signIn.wrong',
    });
  }
  for (const [limit, subject] of counters) await forgive(limit, subject);
  await record('session.started', attempt, user);
  return user;
}

/** A marked browser has its own counter; every other attempt counts for its address and for all strangers together. */
function countersOf({ clientAddress, device }: SignInAttempt, email: string, id: string | undefined) {
  const counters: [LimitName, string][] = [['signInAddress', clientAddress]];
  if (device && device.staffId === id) counters.push(['signInAccount', `${email} ${device.nonce}`]);
  else counters.push(['signInAccount', `${email} ${clientAddress}`], ['signInStrangers', email]);
  return counters;
}

function record(
  action: 'session.started' | 'session.refused',
  { requestId }: SignInAttempt,
  user: StaffUser | null,
): Promise<void> {
  return audit({
    action,
    actorKind: action === 'session.started' ? 'staff' : 'anonymous',
    staffId: user?.id ?? null,
    requestId,
  });
}
