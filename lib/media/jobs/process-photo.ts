import { originalKey, pictureKey } from '#lib/media/keys.ts';
import { readObject, removeObjects, writeObject } from '#lib/media/objects.ts';
import { type Rendered, renderPhoto } from '#lib/media/render.ts';
import { PHOTO_SIZES } from '#lib/media/schema.ts';
import { db } from '#lib/platform/db.ts';
import { logger } from '#lib/platform/logger.ts';

/**
 * Handles `photo.received`: makes the pictures of one photo and marks it READY, or FAILED with the reason. May run any
 * number of times. Throws when the database or the storage fails, so that the job is tried again.
 */
export async function processPhoto(photoId: string): Promise<void> {
  const waiting = await db.photo.count({ where: { id: photoId, state: 'RECEIVED' } });
  if (waiting === 0) return;
  const original = await readObject(originalKey(photoId));
  const rendered: Rendered = original ? await renderPhoto(original) : { ok: false, failure: 'MISSING' };
  await (rendered.ok ? keep(photoId, rendered.pictures) : fail(photoId, rendered.failure));
}

async function keep(photoId: string, pictures: Extract<Rendered, { ok: true }>['pictures']): Promise<void> {
  for (const size of PHOTO_SIZES) await writeObject(pictureKey(photoId, size), pictures[size].bytes);
  const { width, height } = pictures.view;
  await db.photo.updateMany({
    where: { id: photoId, state: 'RECEIVED' },
    data: { state: 'READY', failure: null, width, height },
  });
  // Its owner may have removed it meanwhile.
  if ((await db.photo.count({ where: { id: photoId } })) === 0) await removeObjects(photoId);
}

async function fail(photoId: string, failure: string): Promise<void> {
  logger.warn('a photo could not be made into a picture', { photoId, failure });
  await db.photo.updateMany({
    where: { id: photoId, state: 'RECEIVED' },
    data: { state: 'FAILED', failure },
  });
}
