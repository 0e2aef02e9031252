import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { supportKeyHash } from '#lib/submissions/support-key.ts';
import type { DemoCase } from './demo-cases.ts';

const DAY = 86_400_000;

/**
 * People behind a case of the demonstration, between this step and the next: as if they had called, with neither a
 * name nor an address. Made once.
 */
export async function gatherSupport(
  draftId: string,
  { supports, steps }: DemoCase,
  step: number,
  present: Date,
): Promise<void> {
  const row = await db.submission.findUniqueOrThrow({ where: { draftId } });
  if (supports === 0 || row.supportCount > 0) return;
  const start = now().getTime();
  const days = steps[step]?.[1];
  const end = Math.min(present.getTime(), days === undefined ? present.getTime() : start + days * DAY);
  const people = Array.from({ length: supports }, (_, index) => {
    const id = newId();
    const at = new Date(start + ((end - start) * (index + 1)) / (supports + 1));
    return {
      id,
      submissionId: row.id,
      keyHash: supportKeyHash(id, 1),
      channel: 'PHONE' as const,
      createdAt: at,
      verifiedAt: at,
    };
  });
  await db.$transaction([
    db.support.createMany({ data: people }),
    db.submission.update({ where: { id: row.id }, data: { supportCount: supports } }),
  ]);
}
