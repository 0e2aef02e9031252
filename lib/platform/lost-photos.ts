import type { FieldErrors } from './errors.ts';

/**
 * A form that comes back and could not keep the photos that were chosen has lost them: no browser puts them in again. It
 * is said at their field and on top, so that nobody sends the rest without them.
 */
export function withLostPhotos(errors: FieldErrors, files: { field: string; bytes: number }[]): FieldErrors {
  if (!files.some(({ field, bytes }) => field === 'photos' && bytes > 0)) return errors;
  return { ...errors, photos: [...new Set([...(errors.photos ?? []), 'validation.photosAgain'])] };
}
