import { removeUnrecorded } from '#lib/media/accept.ts';
import { MEDIA_FOLDERS, originalKey, photoIdOf } from '#lib/media/keys.ts';
import { removeObjects } from '#lib/media/objects.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { enqueue } from '#lib/platform/jobs.ts';
import { storage } from '#lib/platform/storage.ts';

const STUCK_MS = 5 * 60_000;
const ORPHAN_MS = 24 * 3_600_000;
const REQUEUED_AT_ONCE = 50;
const LOOKED_UP_AT_ONCE = 500;
/** As the privacy notice says. */
const ORIGINAL_MS = 30 * 24 * 3_600_000;

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
  let removed = 0;
  for (const folder of MEDIA_FOLDERS) {
    for await (const ids of photosStored(folder, before(ORPHAN_MS))) removed += await removeUnrecorded(ids);
  }
  return removed;
}

/**
 * Removes the files as they were sent, with where and by which camera they were taken, a month after their pictures were
 * made. One that could not be made into a picture waits for a person. Returns how many.
 */
export async function removeOldOriginals(): Promise<number> {
  let removed = 0;
  for await (const ids of photosStored('original', before(ORIGINAL_MS))) {
    const ready = await db.photo.findMany({
      where: { id: { in: ids }, state: 'READY' },
      select: { id: true },
    });
    for (const { id } of ready) await storage.remove(originalKey(id));
    removed += ready.length;
  }
  return removed;
}

/** The photos that have an object in this folder since before then, some at a time. */
async function* photosStored(folder: string, until: Date): AsyncGenerator<string[]> {
  let some: string[] = [];
  for await (const { key, storedAt } of storage.list(folder)) {
    if (storedAt >= until) continue;
    some.push(photoIdOf(key));
    if (some.length < LOOKED_UP_AT_ONCE) continue;
    yield some;
    some = [];
  }
  yield some;
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
