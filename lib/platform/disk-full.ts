import { AppError } from './errors.ts';
import { logger } from './logger.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE']);
const RETRY_SECONDS = 60;

/**
 * A disk that takes nothing now is not the person's fault and passes once somebody has made room: OVERLOADED, logged
 * for the operator. Any other error comes back as it is.
 */
export function diskError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !FULL.has(code)) return error;
  logger.error('the data directory takes no file', { error });
  return new AppError('OVERLOADED', { retryAfter: RETRY_SECONDS });
}
