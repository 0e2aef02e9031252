import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { storage } from '#lib/platform/storage.ts';
import { newTempPath, openTempFolder, removeFiles } from '#lib/platform/temp-files.ts';
import { keysOf } from './keys.ts';

/** An object in memory: originals are at most 10 MB and pictures far less. Null when there is none. */
export async function readObject(key: string): Promise<Buffer<ArrayBuffer> | null> {
  const object = await storage.open(key);
  return object && (await buffer(object.stream));
}

/** Stores bytes; the object appears complete or not at all. */
export async function writeObject(key: string, bytes: Uint8Array): Promise<void> {
  await openTempFolder();
  const path = newTempPath();
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    await storage.put(key, path);
  } finally {
    await removeFiles([path]);
  }
}

/** Removes everything that is stored of a photo. */
export async function removeObjects(photoId: string): Promise<void> {
  await Promise.all(keysOf(photoId).map((key) => storage.remove(key)));
}
