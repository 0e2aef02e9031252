import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { sha256 } from '#lib/platform/ids.ts';
import { assertRoom, hit } from '#lib/platform/limits.ts';

export type Invited = { name: string; email: string; expiresAt: Date };

/**
 * Whom a mailed link belongs to; null when it is unknown, used or too old. Looking does not use it up. TOO_MANY for
 * whoever tries many.
 */
export async function invitedBy(key: string, clientAddress: string): Promise<Invited | null> {
  await assertRoom('accountLink', clientAddress);
  const link = await db.accountLink.findFirst({
    where: { keyHash: sha256(key), expiresAt: { gt: now() }, staff: { active: true } },
    select: { expiresAt: true, staff: { select: { name: true, email: true } } },
  });
  if (!link) {
    await hit('accountLink', clientAddress);
    return null;
  }
  return { ...link.staff, expiresAt: link.expiresAt };
}
