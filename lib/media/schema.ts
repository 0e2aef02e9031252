/** What a photo may be; the same figures stand in the hints beside the button. */
export const MAX_PHOTOS = 5;
export const MAX_PHOTO_MEGABYTES = 10;
/** For `<input accept>`: a help for choosing, never a check. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The field by which a form that came back names the photos it kept. */
export const KEPT_PHOTOS = 'keptPhotos';

export const PHOTO_SIZES = ['thumb', 'view'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

export type PhotoPurpose = 'REPORT' | 'RESULT' | 'OBJECTION' | 'REPLY';
export type PhotoState = 'RECEIVED' | 'READY' | 'FAILED';

/** Why a photo that had been taken in could not be made into a picture. */
export const PHOTO_FAILURES = ['UNREADABLE', 'TOO_MANY_PIXELS', 'UNSUPPORTED', 'MISSING'] as const;
export type PhotoFailure = (typeof PHOTO_FAILURES)[number];

/** Why a file is refused at once. */
export type Refusal = 'UNSUPPORTED' | 'HEIC' | 'EMPTY';
