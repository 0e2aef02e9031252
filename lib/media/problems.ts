import type { RejectedFile } from '#lib/platform/multipart.ts';
import type { RefusedPhoto } from './accept.ts';
import type { Refusal } from './schema.ts';

const KEYS: Record<RejectedFile['reason'] | Refusal, string> = {
  TOO_LARGE: 'media.tooLarge',
  TOO_MANY: 'media.tooMany',
  UNSUPPORTED: 'media.unsupported',
  HEIC: 'media.heic',
  EMPTY: 'media.empty',
};

/** What to tell at the field of photos about files that were not taken; each kind of trouble once. */
export function photoProblems(rejected: readonly RejectedFile[], refused: readonly RefusedPhoto[]): string[] {
  return [...new Set([...rejected, ...refused].map((file) => KEYS[file.reason]))];
}
