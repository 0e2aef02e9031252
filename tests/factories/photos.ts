import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { acceptUploads, type StoredPhoto } from '#lib/media/accept.ts';
import { insertPhotos, type PhotoTarget } from '#lib/media/commands/attach.ts';
import { processPhoto } from '#lib/media/jobs/process-photo.ts';
import { keysOf } from '#lib/media/keys.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import type { UploadedFile } from '#lib/platform/multipart.ts';
import { storage } from '#lib/platform/storage.ts';
import { newTempPath, openTempFolder } from '#lib/platform/temp-files.ts';
import { jpeg } from './pictures.ts';

/** A file as it lies there when a form has been read. */
async function anUpload(content: Buffer, name = 'zdjęcie.jpg'): Promise<UploadedFile> {
  await openTempFolder();
  const path = newTempPath();
  await writeFile(path, content);
  const hash = createHash('sha256').update(content).digest('hex');
  return { field: 'photos', name, path, bytes: content.length, sha256: hash };
}

/** A photo in the storage that belongs to nothing yet. */
export async function aStoredPhoto(content?: Buffer): Promise<StoredPhoto> {
  const { accepted } = await acceptUploads([await anUpload(content ?? (await jpeg()))]);
  const [photo] = accepted;
  if (!photo) throw new Error('not a photo');
  return photo;
}

/** Gives photos to a draft or a submission in a transaction of its own. */
export async function attach(photos: StoredPhoto[], target: PhotoTarget) {
  await warmUpJobs();
  return inTransaction((tx) => insertPhotos(tx, photos, target));
}

/** A photo of this draft or submission, ready to be shown. */
export async function aPhoto(target: PhotoTarget, content?: Buffer): Promise<string> {
  const photo = await aStoredPhoto(content);
  await attach([photo], target);
  await processPhoto(photo.id);
  return photo.id;
}

/** An empty draft without an owner, for what only needs a row to belong to. */
export async function aDraftRow(): Promise<string> {
  const id = newId();
  const at = now();
  const expiresAt = new Date(at.getTime() + 7 * 86_400_000);
  await db.draft.create({
    data: { id, kind: 'PROBLEM', locale: 'pl', secretHash: id, createdAt: at, updatedAt: at, expiresAt },
  });
  return id;
}

/** How often the worker was told of this photo. */
export async function jobsFor(photoId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job WHERE name = 'photo.received' AND data->>'photoId' = ${photoId}`;
  return Number(rows[0]?.count);
}

/** Keys of what is stored of this photo. */
export async function objectsOf(photoId: string): Promise<string[]> {
  const present = await Promise.all(keysOf(photoId).map((key) => storage.exists(key)));
  return keysOf(photoId).filter((_key, index) => present[index]);
}
