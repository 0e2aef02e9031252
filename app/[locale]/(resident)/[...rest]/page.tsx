import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AppError } from '#lib/platform/errors.ts';

async function missing(): Promise<never> {
  throw new AppError('NOT_FOUND');
}

/** Every address that no other page answers. */
export const generateMetadata = guardedMetadata(missing);
export default guarded(missing);
