import { removePhotosOfDrafts } from '#lib/media/commands/remove.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';

const AT_ONCE = 200;
/** An emptied draft keeps its address for a while, so that its owner reads that it expired and not that it never was. */
const REMEMBERED_MS = 30 * 86_400_000;

/**
 * Empties drafts that were not sent within their seven days, photos included, and forgets them a month later. The
 * worker calls it; it may stop at any point and be called again. Returns how many were emptied.
 */
export async function expireDrafts(): Promise<number> {
  const at = now();
  let emptied = 0;
  for (let done = await emptySome(at); done > 0; done = await emptySome(at)) emptied += done;
  await db.draft.deleteMany({ where: { expiresAt: { lt: new Date(at.getTime() - REMEMBERED_MS) } } });
  return emptied;
}

/**
 * Empties expired drafts that still hold answers or photos. They are held first: one that is being sent at this very
 * moment keeps its photos.
 */
async function emptySome(at: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id"::text FROM "people"."Draft" d
      WHERE d."expiresAt" <= ${at} AND d."submissionId" IS NULL
        AND (d."data" <> '{}'::jsonb OR EXISTS (SELECT 1 FROM "Photo" p WHERE p."draftId" = d."id"))
      ORDER BY d."expiresAt" LIMIT ${AT_ONCE} FOR UPDATE OF d SKIP LOCKED`;
    const ids = rows.map(({ id }) => id);
    await removePhotosOfDrafts(tx, ids);
    await tx.draft.updateMany({ where: { id: { in: ids } }, data: { data: {}, updatedAt: at } });
    return ids.length;
  });
}
