import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, PlainError } from '../plain-error.ts';

const MINIMUM_FREE_BYTES = 200 * 1024 * 1024;
const POLL_MS = 100;

function tryListen(host: string, port: number): Promise<unknown> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

function portProblem(error: unknown, host: string, port: number): string {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`;
  }
  if (code === 'EACCES')
    return `This account may not listen on port ${port}. Choose one above 1023 with PORT.`;
  return `HOST=${host} cannot be listened on: it is not an address of this machine (${code ?? error}).`;
}

/** Throws PlainError unless the port can be listened on within `patienceMs`. */
export async function assertPortFree(host: string, port: number, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const error = await tryListen(host, port);
    if (!error) return;
    if (errorCode(error) !== 'EADDRINUSE' || performance.now() > deadline) {
      throw new PlainError(portProblem(error, host, port));
    }
    await sleep(POLL_MS);
  }
}

/** Throws PlainError when a folder's disk is nearly full, before anything is written half. */
export async function assertDiskSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= MINIMUM_FREE_BYTES) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
  throw new PlainError(
    `There is no space left on the disk of ${folder}: ${megabytes(free)} MB are free and at least ` +
      `${megabytes(MINIMUM_FREE_BYTES)} MB are needed. Free some, or set DATA_DIR to a folder on another disk.`,
  );
}
