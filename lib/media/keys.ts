import { PHOTO_SIZES, type PhotoSize } from './schema.ts';

/** Folders of the storage in which a photo's objects lie. */
export const MEDIA_FOLDERS = ['original', ...PHOTO_SIZES] as const;

/** The file as it was sent, with whatever its camera wrote into it: never served, and kept for a month only. */
export function originalKey(photoId: string): string {
  return `original/${photoId}`;
}

/** A picture that the worker made. */
export function pictureKey(photoId: string, size: PhotoSize): string {
  return `${size}/${photoId}`;
}

/** Every object that a photo may have. */
export function keysOf(photoId: string): string[] {
  return MEDIA_FOLDERS.map((folder) => `${folder}/${photoId}`);
}

/** The photo whose object this is. */
export function photoIdOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
