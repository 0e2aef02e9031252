import type { Submission } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/platform/db.ts';
import { enqueue } from '#lib/platform/jobs.ts';
import { IDEA_THRESHOLD } from '../words.ts';

/** Reads a case and holds its row until the transaction ends: whoever counts at it comes one after the other. */
export async function holdForSupport(tx: Tx, submissionId: string): Promise<Submission | null> {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`;
  return tx.submission.findUnique({ where: { id: submissionId } });
}

/** Adds to, or takes from, the number of people behind a held case. Returns the new number. */
export async function countSupport(tx: Tx, row: Submission, change: number): Promise<number> {
  const { supportCount, category } = await tx.submission.update({
    where: { id: row.id },
    data: { supportCount: { increment: change } },
    select: { supportCount: true, category: { select: { supportThreshold: true } } },
  });
  const enough = supportCount >= (category.supportThreshold ?? IDEA_THRESHOLD);
  if (row.kind === 'IDEA' && row.thresholdAt === null && enough) {
    await enqueue(tx, 'support.counted', { submissionId: row.id });
  }
  return supportCount;
}
