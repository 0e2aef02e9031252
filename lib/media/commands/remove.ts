import { removeObjects } from '#lib/media/objects.ts';
import { db, type Tx } from '#lib/platform/db.ts';

/**
 * Removes one photo of a draft whose owner the caller has made sure of; a photo of another draft, or one already sent,
 * stays. Returns whether there was one. Removing twice is no error.
 */
export async function removeDraftPhoto(draftId: string, photoId: string): Promise<boolean> {
  const { count } = await db.photo.deleteMany({ where: { id: photoId, draftId, submissionId: null } });
  if (count > 0) await removeObjects(photoId);
  return count > 0;
}

/** Deletes the rows of photos of drafts that are being deleted; the sweeper removes their files. */
export async function removePhotosOfDrafts(tx: Tx, draftIds: readonly string[]): Promise<number> {
  const where = { draftId: { in: [...draftIds] }, submissionId: null };
  const { count } = await tx.photo.deleteMany({ where });
  return count;
}
