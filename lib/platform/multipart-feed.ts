import { finished } from 'node:stream/promises';
import type { Busboy } from 'busboy';
import { AppError } from './errors.ts';

/** A body that is not what its headers promise. */
export function malformed(): AppError {
  return new AppError('INVALID', { message: 'errors.malformed' });
}

/**
 * Hands the body to the parser piece by piece, at the pace at which the files are written. Throws TOO_LARGE after
 * `drainBytes`, INVALID when the connection was cut; the parser tells of its own errors by its events.
 */
export async function feed(request: Request, parser: Busboy, drainBytes: number): Promise<void> {
  // The reader is never cancelled: that would cut the connection before the answer.
  const reader = request.body?.getReader();
  if (!reader) throw malformed();
  const over = finished(parser).catch(() => {});
  let total = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      total += piece.value.byteLength;
      if (total > drainBytes) throw new AppError('TOO_LARGE');
      // After an error the rest is read and forgotten.
      if (!parser.destroyed && !parser.write(piece.value)) await drained(parser);
    }
    parser.end();
    await over;
  } catch (error) {
    parser.destroy(new Error('body not read to its end'));
    throw error instanceof AppError ? error : malformed();
  }
}

function drained(parser: Busboy): Promise<void> {
  if (parser.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      parser.off('drain', go).off('close', go);
      resolve();
    };
    parser.once('drain', go).once('close', go);
  });
}
