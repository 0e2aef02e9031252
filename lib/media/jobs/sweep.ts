import { MEDIA_FOLDERS, photoIdOf } from '#lib/media/keys.ts';
import { removeObjects } from '#lib/media/objects.ts';
import { recordedPhotos } from '#lib/media/queries.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { enqueue } from '#lib/platform/jobs.ts';
import { storage } from '#lib/platform/storage.ts';

const STUCK_MS = 5 * 60_000;
const ORPHAN_MS = 24 * 3_600_000;
const REQUEUED_AT_ONCE = 50;
const LOOKED_UP_AT_ONCE = 500;

const before = (milliseconds: number) => new Date(now().getTime() - milliseconds);

/**
 * Sends photos to the worker again that wait for longer than five minutes: a job whose worker was killed would come
 * back only much later. Returns how many; a photo handled twice is handled once.
 */
export async function requeueStuckPhotos(): Promise<number> {
  return inTransaction(async (tx) => {
    const stuck = await tx.photo.findMany({
      where: { state: 'RECEIVED', createdAt: { lt: before(STUCK_MS) } },
      orderBy: { createdAt: 'asc' },
      take: REQUEUED_AT_ONCE,
      select: { id: true },
    });
    for (const photo of stuck) await enqueue(tx, 'photo.received', { photoId: photo.id });
    return stuck.length;
  });
}

/**
 * Removes stored objects older than a day that belong to no photo: of requests that died between storing and
 * recording, of expired drafts. Returns how many photos' objects went.
 */
export async function removeOrphanedMedia(): Promise<number> {
  const oldest = before(ORPHAN_MS);
  let removed = 0;
  let candidates = new Set<string>();
  for (const folder of MEDIA_FOLDERS) {
    for await (const { key, storedAt } of storage.list(folder)) {
      if (storedAt >= oldest) continue;
      candidates.add(photoIdOf(key));
      if (candidates.size < LOOKED_UP_AT_ONCE) continue;
      removed += await removeUnknown(candidates);
      candidates = new Set();
    }
  }
  return removed + (await removeUnknown(candidates));
}

/** "Text and photos go": what its reporter withdrew is deleted for good. Returns how many photos. */
export async function removeWithdrawnPhotos(): Promise<number> {
  const photos = await db.photo.findMany({
    where: { submission: { outcome: 'WITHDRAWN' } },
    take: LOOKED_UP_AT_ONCE,
    select: { id: true },
  });
  for (const { id } of photos) {
    await removeObjects(id);
    await db.photo.deleteMany({ where: { id } });
  }
  return photos.length;
}

async function removeUnknown(ids: ReadonlySet<string>): Promise<number> {
  const known = await recordedPhotos([...ids]);
  const unknown = [...ids].filter((id) => !known.has(id));
  for (const id of unknown) await removeObjects(id);
  return unknown.length;
}
