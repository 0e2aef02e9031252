import { acceptUploads, discardStored, type StoredPhoto } from '#lib/media/accept.ts';
import { insertPhotos } from '#lib/media/commands/attach.ts';
import { removeDraftPhoto } from '#lib/media/commands/remove.ts';
import { MAX_PHOTOS } from '#lib/media/schema.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import type { RejectedFile, UploadedFile } from '#lib/platform/multipart.ts';
import type { PhotoRefusal } from '../dto.ts';
import type { DraftOwner } from '../owner.ts';
import { lockDraft } from './lock.ts';

/** What came with one request: files in our hands, and files that were too large or too many to be taken. */
export type Uploads = { files: readonly UploadedFile[]; rejected: readonly RejectedFile[] };

/**
 * Adds photos to a draft: the good ones are kept whatever is wrong with the others. The same photo sent again after a
 * dropped connection is one photo. Null: the draft was sent already.
 */
export async function addPhotos(
  owner: DraftOwner,
  id: string,
  uploads: Uploads,
): Promise<PhotoRefusal[] | null> {
  const refused: PhotoRefusal[] = uploads.rejected.map(({ name, reason }) => ({ name, reason }));
  const files = uploads.files.filter((file) => file.field === 'photos');
  if (files.length === 0) return refused;
  await warmUpJobs();
  // Asked before anything is stored, so that nobody else's draft costs us a file.
  await inTransaction((tx) => lockDraft(tx, owner, id));
  const looked = await acceptUploads(files);
  const kept = new Set<string>();
  try {
    const done = await inTransaction(async (tx) => {
      kept.clear();
      const draft = await lockDraft(tx, owner, id);
      if (draft.submissionId !== null) return false;
      const { fitting, over } = await thoseThatFit(tx, id, looked.accepted);
      for (const photo of over) refused.push({ name: nameOf(photo, files), reason: 'TOO_MANY' });
      const { inserted } = await insertPhotos(tx, fitting, { draftId: id, purpose: 'REPORT' });
      for (const photo of inserted) kept.add(photo.id);
      return true;
    });
    return done ? [...refused, ...looked.refused] : null;
  } finally {
    await discardStored(looked.accepted.filter((photo) => !kept.has(photo.id)));
  }
}

/** Those that still find a place beside the photos already there. */
async function thoseThatFit(tx: Tx, draftId: string, photos: readonly StoredPhoto[]) {
  const present = await tx.photo.findMany({ where: { draftId }, select: { sha256: true } });
  const known = new Set(present.map((photo) => photo.sha256));
  const fitting: StoredPhoto[] = [];
  const over: StoredPhoto[] = [];
  for (const photo of photos) {
    if (!known.has(photo.sha256) && known.size >= MAX_PHOTOS) over.push(photo);
    else {
      known.add(photo.sha256);
      fitting.push(photo);
    }
  }
  return { fitting, over };
}

function nameOf(photo: StoredPhoto, files: readonly UploadedFile[]): string {
  return files.find((file) => file.sha256 === photo.sha256)?.name ?? '?';
}

/** Takes a photo away again. Twice is no error. */
export async function removePhoto(owner: DraftOwner, id: string, photoId: string): Promise<void> {
  const open = await inTransaction(async (tx) => (await lockDraft(tx, owner, id)).submissionId === null);
  if (open) await removeDraftPhoto(id, photoId);
}
