import type { StoredPhoto } from '#lib/media/accept.ts';
import { MAX_PHOTOS, type PhotoPurpose } from '#lib/media/schema.ts';
import { now } from '#lib/platform/clock.ts';
import type { Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { enqueue } from '#lib/platform/jobs.ts';

export type PhotoTarget = {
  draftId?: string;
  submissionId?: string;
  /** The event the photos tell of; the limit then counts for this event alone. */
  eventId?: bigint;
  purpose: PhotoPurpose;
};

export type InsertedPhotos = {
  inserted: StoredPhoto[];
  /** Sent before: give them to `discardStored` after the transaction. */
  duplicates: StoredPhoto[];
};

/**
 * Gives stored photos to a draft or a submission whose owner the caller has made sure of, and has the worker make
 * pictures of them. The same bytes twice are one photo. Holds the target's row, so that two requests at once cannot
 * pass the limit. Throws NOT_FOUND without a target, GONE for a draft that was sent already, INVALID when there would
 * be too many.
 */
export async function insertPhotos(
  tx: Tx,
  photos: readonly StoredPhoto[],
  target: PhotoTarget,
): Promise<InsertedPhotos> {
  if (photos.length === 0) return { inserted: [], duplicates: [] };
  await holdTarget(tx, target);
  const { draftId, submissionId, eventId, purpose } = target;
  const scope = { draftId, submissionId, eventId, purpose };
  const present = await tx.photo.findMany({ where: scope, select: { sha256: true, position: true } });
  const { inserted, duplicates } = withoutDuplicates(
    photos,
    present.map((photo) => photo.sha256),
  );
  if (present.length + inserted.length > MAX_PHOTOS) {
    throw new AppError('INVALID', { fields: { photos: ['media.tooMany'] } });
  }
  const next = Math.max(-1, ...present.map((photo) => photo.position)) + 1;
  const at = now();
  await tx.photo.createMany({
    data: inserted.map((photo, index) => ({ ...photo, ...scope, position: next + index, createdAt: at })),
  });
  for (const photo of inserted) await enqueue(tx, 'photo.received', { photoId: photo.id });
  return { inserted, duplicates };
}

/** The photos of a draft become those of the submission made from it. Returns how many there are. */
export async function adoptDraftPhotos(tx: Tx, draftId: string, submissionId: string): Promise<number> {
  const { count } = await tx.photo.updateMany({ where: { draftId }, data: { submissionId, draftId: null } });
  return count;
}

async function holdTarget(tx: Tx, { draftId, submissionId }: PhotoTarget): Promise<void> {
  if (draftId) {
    const rows = await tx.$queryRaw<{ submissionId: string | null }[]>`
      SELECT "submissionId" FROM "people"."Draft" WHERE "id" = ${draftId}::uuid FOR UPDATE`;
    if (!rows[0]) throw new AppError('NOT_FOUND');
    if (rows[0].submissionId) throw new AppError('GONE');
  } else if (submissionId) {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`;
    if (!rows[0]) throw new AppError('NOT_FOUND');
  } else {
    throw new AppError('NOT_FOUND');
  }
}

function withoutDuplicates(photos: readonly StoredPhoto[], present: readonly string[]): InsertedPhotos {
  const seen = new Set(present);
  const inserted: StoredPhoto[] = [];
  const duplicates: StoredPhoto[] = [];
  for (const photo of photos) {
    (seen.has(photo.sha256) ? duplicates : inserted).push(photo);
    seen.add(photo.sha256);
  }
  return { inserted, duplicates };
}
