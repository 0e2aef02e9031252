import type { PhotoFailure, PhotoPurpose, PhotoState } from './schema.ts';

/**
 * A photo as one viewer may see it. Paths are null while it is being prepared, when it failed and when it is not
 * theirs to see.
 */
export type PhotoDto = {
  id: string;
  state: PhotoState;
  failure: PhotoFailure | null;
  thumb: string | null;
  view: string | null;
  /** Pixels of the large picture. */
  width: number | null;
  height: number | null;
  purpose: PhotoPurpose;
  /** Anybody may see it now. */
  released: boolean;
};
