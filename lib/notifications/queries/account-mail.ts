import { normaliseEmail } from '#lib/contacts/normalise.ts';
import type { Notification } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { accountKey } from '#lib/platform/ids.ts';
import type { AccountFacts } from '../account-content.ts';
import { ACCOUNT_TEMPLATES } from '../templates.ts';

/** Address and facts of the mail with an account's link; null when the link was replaced, used up or has run out. */
export async function accountMail(
  notification: Notification,
): Promise<{ to: string; facts: AccountFacts } | null> {
  const template = ACCOUNT_TEMPLATES.find((known) => known === notification.template);
  const id = notification.occasion.split(':')[1] ?? '';
  const link = await db.accountLink.findFirst({
    where: { id, staffId: notification.recipientKey, expiresAt: { gt: now() }, staff: { active: true } },
    select: { expiresAt: true, staff: { select: { name: true, email: true } } },
  });
  const to = link && normaliseEmail(link.staff.email);
  if (!template || !to) return null;
  const { staff, expiresAt } = link;
  return { to, facts: { template, ...staff, expiresAt, key: accountKey(env.keys.session, id) } };
}
