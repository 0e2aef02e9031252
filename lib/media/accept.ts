import { diskError } from '#lib/platform/disk-full.ts';
import { newId } from '#lib/platform/ids.ts';
import type { UploadedFile } from '#lib/platform/multipart.ts';
import { storage } from '#lib/platform/storage.ts';
import { originalKey } from './keys.ts';
import { removeObjects } from './objects.ts';
import { recordedPhotos } from './queries.ts';
import type { Refusal } from './schema.ts';
import { typeOfFile } from './sniff.ts';

/** A photo that lies in the storage and belongs to nothing yet. */
export type StoredPhoto = { id: string; bytes: number; sha256: string };
export type RefusedPhoto = { name: string; reason: Refusal };
export type AcceptedUploads = { accepted: StoredPhoto[]; refused: RefusedPhoto[] };

/**
 * Looks at the bytes of each file and moves photos into the storage. Do this before the transaction that calls
 * `insertPhotos`, and `discardStored` when that fails. Throws OVERLOADED when the disk is full; nothing is kept then.
 */
export async function acceptUploads(files: readonly UploadedFile[]): Promise<AcceptedUploads> {
  const accepted: StoredPhoto[] = [];
  const refused: RefusedPhoto[] = [];
  try {
    for (const file of files) {
      const reason = await refusalOf(file);
      if (reason) {
        refused.push({ name: file.name, reason });
        continue;
      }
      const photo = { id: newId(), bytes: file.bytes, sha256: file.sha256 };
      await storage.put(originalKey(photo.id), file.path);
      accepted.push(photo);
    }
    return { accepted, refused };
  } catch (error) {
    await remove(accepted.map((photo) => photo.id));
    throw diskError(error);
  }
}

/**
 * Removes photos that found no home. One that was recorded after all stays: a transaction may have been kept although
 * its caller heard of an error. Never throws; what it cannot remove is swept a day later.
 */
export async function discardStored(photos: readonly StoredPhoto[]): Promise<void> {
  if (photos.length === 0) return;
  const ids = photos.map((photo) => photo.id);
  const recorded = await recordedPhotos(ids).catch(() => new Set(ids));
  await remove(ids.filter((id) => !recorded.has(id)));
}

/** Removes all that is stored of those of these photos that the database does not know. Returns how many. */
export async function removeUnrecorded(ids: readonly string[]): Promise<number> {
  const known = await recordedPhotos(ids);
  const unknown = ids.filter((id) => !known.has(id));
  for (const id of unknown) await removeObjects(id);
  return unknown.length;
}

async function remove(ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => storage.remove(originalKey(id)).catch(() => {})));
}

async function refusalOf(file: UploadedFile): Promise<Refusal | null> {
  if (file.bytes === 0) return 'EMPTY';
  const type = await typeOfFile(file.path);
  if (type === 'HEIC') return 'HEIC';
  return type === 'OTHER' ? 'UNSUPPORTED' : null;
}
