import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';

export type Written = { bytes: number; sha256: string };

/**
 * Writes a stream to a new file and returns its size and hash. When `giveUp` aborts, the rest is read and forgotten and
 * the answer is null. A disk that fails does not stop the reading either, because whoever sends would wait for ever:
 * the error is thrown at the end. The file is gone unless it is complete.
 */
export async function writeStream(
  stream: Readable,
  path: string,
  giveUp: AbortSignal,
): Promise<Written | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  let complete = false;
  let failure: unknown;
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'wx', 0o600).catch((error: unknown) => {
      failure = error;
      return undefined;
    });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (giveUp.aborted || failure) continue;
      hash.update(chunk);
      bytes += chunk.length;
      await file?.writeFile(chunk).catch((error: unknown) => {
        failure = error;
      });
    }
    if (failure) throw failure;
    complete = !giveUp.aborted;
    return complete ? { bytes, sha256: hash.digest('hex') } : null;
  } finally {
    await file?.close();
    if (file && !complete) await rm(path, { force: true });
  }
}
