import { now } from '#lib/platform/clock.ts';
import { db, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { accountKey, newId, sha256 } from '#lib/platform/ids.ts';
import { enqueue } from '#lib/platform/jobs.ts';

const LIFETIME_MS = 24 * 3_600_000;

export type LinkMail = 'invitation' | 'newPassword';

/**
 * Gives an account a new link by which its person sets a password; an earlier one is dead with it. The link itself is
 * derived from its id when the mail is written, so no job and no table holds it. Returns the id.
 */
export async function issueLink(tx: Tx, staffId: string): Promise<string> {
  const id = newId();
  const at = now();
  await tx.accountLink.deleteMany({ where: { staffId } });
  await tx.accountLink.create({
    data: {
      id,
      staffId,
      keyHash: sha256(accountKey(env.keys.session, id)),
      createdAt: at,
      expiresAt: new Date(at.getTime() + LIFETIME_MS),
    },
  });
  return id;
}

/** The mail that brings the link, with the job that sends it. */
export async function sendLink(tx: Tx, link: { id: string; staffId: string; mail: LinkMail }): Promise<void> {
  const { id } = await tx.notification.create({
    data: {
      id: newId(),
      occasion: `account:${link.id}`,
      recipient: 'STAFF',
      recipientKey: link.staffId,
      template: link.mail,
      createdAt: now(),
      sendAfter: now(),
    },
  });
  await enqueue(tx, 'notification.due', { notificationId: id });
}

/** A link that somebody else may hold is replaced by one for the account's present address; none stays none. */
export async function replaceLink(
  tx: Tx,
  { id, mustChangePassword }: { id: string; mustChangePassword: boolean },
): Promise<void> {
  if ((await tx.accountLink.count({ where: { staffId: id } })) === 0) return;
  const mail = mustChangePassword ? 'invitation' : 'newPassword';
  await sendLink(tx, { id: await issueLink(tx, id), staffId: id, mail });
}

/** Forgets links whose time is over; the worker calls it. */
export async function sweepAccountLinks(): Promise<number> {
  const { count } = await db.accountLink.deleteMany({ where: { expiresAt: { lt: now() } } });
  return count;
}
