import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { audit } from '#lib/platform/audit.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { newSecret } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { hashPassword } from '../passwords.ts';
import { issueLink, sendLink } from './account-link.ts';
import { lockAccount, lockAdministrators } from './account-rows.ts';

export const ACCOUNT_SWITCHES = ['disable', 'enable', 'reset'] as const;
export type AccountSwitch = (typeof ACCOUNT_SWITCHES)[number];

type Switching = { id: string; to: AccountSwitch; requestId?: string; mail: boolean };

/**
 * Puts an account out of work or back into it, or has its person set a new password: the old one and every session end
 * at once, and a link goes out. Nobody does it to their own account. Returns the id of the link, if there is one.
 * Errors: FORBIDDEN, NOT_FOUND, NOT_ALLOWED_NOW.
 */
export async function switchAccount(
  actor: Actor,
  { id, to, requestId, mail }: Switching,
): Promise<string | null> {
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  const passwordHash = to === 'reset' ? await hashPassword(newSecret()) : null;
  await warmUpJobs();
  return inTransaction(async (tx) => {
    await lockAdministrators(tx, actor);
    const row = await lockAccount(tx, id);
    if (actor.type === 'staff' && actor.id === id) {
      throw new AppError('NOT_ALLOWED_NOW', { message: 'admin.accounts.error.own' });
    }
    if (row.active === (to === 'enable')) {
      throw new AppError('NOT_ALLOWED_NOW', { message: 'admin.accounts.error.already' });
    }
    await tx.staffUser.update({
      where: { id },
      data: {
        sessionVersion: { increment: 1 },
        ...(to !== 'reset' && { active: to === 'enable' }),
        ...(passwordHash && { passwordHash, mustChangePassword: true }),
      },
    });
    if (to === 'disable') await letGo(tx, id);
    const linkId = to === 'reset' ? await issueLink(tx, id) : null;
    if (linkId && mail) {
      // Who never had a password of their own is invited once more.
      const first = row.mustChangePassword ? 'invitation' : 'newPassword';
      await sendLink(tx, { id: linkId, staffId: id, mail: first });
    }
    await audit({ ...ENTRY[to](actor), subject: `account:${id}`, ...(requestId && { requestId }) }, tx);
    return linkId;
  });
}

/** Links that set a password are dead, and the cases the person held are in nobody's hands. */
async function letGo(tx: Tx, id: string): Promise<void> {
  await tx.accountLink.deleteMany({ where: { staffId: id } });
  await tx.submission.updateMany({ where: { handlerId: id, closedAt: null }, data: { handlerId: null } });
}

const by = (actor: Actor) => ({ actorKind: actor.type, staffId: actor.type === 'staff' ? actor.id : null });

const ENTRY = {
  disable: (actor: Actor) => ({
    ...by(actor),
    action: 'account.disabled' as const,
    changes: { enabled: { from: true, to: false } },
  }),
  enable: (actor: Actor) => ({
    ...by(actor),
    action: 'account.enabled' as const,
    changes: { enabled: { from: false, to: true } },
  }),
  reset: (actor: Actor) => ({ ...by(actor), action: 'account.link-sent' as const }),
};
