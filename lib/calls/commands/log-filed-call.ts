import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Tx } from '#lib/platform/db.ts';

/**
 * The call during which a case was filed or joined; a part of that command's transaction. A conversation is one call,
 * however many cases come of it: it is linked to the first. A form that was sent to file, and after Back to join, is
 * one call too. Whoever writes no calls files without one.
 */
export async function logFiledCall(
  tx: Tx,
  actor: Actor,
  filed: { submissionId: string; categoryCode: string; at: Date; id: string },
): Promise<string | null> {
  if (actor.type !== 'staff' || !can(actor, 'call.log')) return null;
  await tx.call.createMany({
    data: { ...filed, staffId: actor.id, outcome: 'FILED' },
    skipDuplicates: true,
  });
  return filed.id;
}
