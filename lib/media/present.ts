import type { PhotoDto } from './dto.ts';
import { PHOTO_FAILURES, type PhotoFailure, type PhotoPurpose, type PhotoState } from './schema.ts';
import { mediaPath, signedMediaPath } from './signature.ts';

/** The columns of a photo that a DTO is made of. */
export const PHOTO_COLUMNS = {
  id: true,
  state: true,
  failure: true,
  width: true,
  height: true,
  purpose: true,
  releasedAt: true,
  hiddenAt: true,
} as const;

export type PhotoRow = {
  id: string;
  state: PhotoState;
  failure: string | null;
  width: number | null;
  height: number | null;
  purpose: PhotoPurpose;
  releasedAt: Date | null;
  hiddenAt: Date | null;
};

/**
 * Through whose eyes: `owner` holds the draft's secret and `reporter` the tracking code, which the caller has checked:
 * both get signed addresses. `staff` and `public` get plain ones, and are asked who they are when they open them.
 */
export type PhotoViewer = 'owner' | 'reporter' | 'staff' | 'public';

/** A photo for this viewer. The public sees nothing of one that was not released. */
export function photoDto(photo: PhotoRow, viewer: PhotoViewer): PhotoDto {
  const released = photo.releasedAt !== null && photo.hiddenAt === null;
  const shown = photo.state === 'READY' && (viewer !== 'public' || released);
  const pathOf = viewer === 'owner' || viewer === 'reporter' ? signedMediaPath : mediaPath;
  return {
    id: photo.id,
    state: photo.state,
    failure: PHOTO_FAILURES.find((code): code is PhotoFailure => code === photo.failure) ?? null,
    thumb: shown ? pathOf(photo.id, 'thumb') : null,
    view: shown ? pathOf(photo.id, 'view') : null,
    width: photo.width,
    height: photo.height,
    purpose: photo.purpose,
    released,
  };
}
