import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { SUPPORT_DAYS } from '../words.ts';

/** Forgets supports that nobody confirmed in time, and those that were withdrawn. Neither counts any more. */
export async function sweepSupports(): Promise<number> {
  const before = new Date(now().getTime() - SUPPORT_DAYS * 86_400_000);
  const { count } = await db.support.deleteMany({
    where: {
      OR: [{ verifiedAt: null, createdAt: { lt: before } }, { withdrawnAt: { lt: before } }],
    },
  });
  return count;
}
