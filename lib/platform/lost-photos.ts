import type { FieldErrors } from './errors.ts';

type Sent = {
  files: readonly { field: string; bytes: number }[];
  fields: Record<string, unknown>;
};

/**
 * A form that comes back and could not keep the photos that were chosen has lost them: no browser puts them in again. It
 * is said at their field and on top, so that nobody sends the rest without them.
 */
export function withLostPhotos(errors: FieldErrors, { files, fields }: Sent): FieldErrors {
  const chosen = files.some(({ field, bytes }) => field === 'photos' && bytes > 0);
  // Those that it kept when it came back before are lost as well: nobody could look whose they are.
  if (!chosen && !fields.keptPhotos) return errors;
  return { ...errors, photos: [...new Set([...(errors.photos ?? []), 'validation.photosAgain'])] };
}
