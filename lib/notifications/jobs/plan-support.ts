import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import type { SupportTemplate } from '../templates.ts';
import { enqueueDelivery } from './plan-event.ts';

/**
 * Plans the mail about a support: to confirm it, or, when it counts already, that it does. One mail an occasion,
 * whatever is asked for twice. Returns how many are new.
 */
export async function planSupport(supportId: string, occasion: string): Promise<number> {
  const support = await db.support.findUnique({
    where: { id: supportId },
    select: { email: true, verifiedAt: true, withdrawnAt: true },
  });
  if (!support?.email || support.withdrawnAt) return 0;
  const template: SupportTemplate = support.verifiedAt ? 'supportCounts' : 'supportConfirm';
  const at = now();
  await warmUpJobs();
  return inTransaction(async (tx) => {
    const made = await tx.notification.createManyAndReturn({
      data: {
        id: newId(),
        occasion: `support:${supportId}:${occasion}`,
        recipient: 'SUPPORTER',
        recipientKey: supportId,
        template,
        createdAt: at,
        sendAfter: at,
      },
      skipDuplicates: true,
      select: { id: true },
    });
    for (const { id } of made) await enqueueDelivery(tx, id, at);
    return made.length;
  });
}
