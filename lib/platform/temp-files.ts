import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { now } from './clock.ts';
import { env } from './env.ts';
import { newId } from './ids.ts';

/** A request or a picture is done within minutes; what is older was left by a process that was killed. */
const LIFETIME_MS = 3_600_000;
const OUR_NAME = /^tmp-[0-9a-f-]{36}$/;

function folder(): string {
  return path.join(/* turbopackIgnore: true */ env.DATA_DIR, 'tmp');
}

/** Makes the folder of temporary files; once, before the first path. */
export async function openTempFolder(): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
}

/** A path for a new file with a name of ours. The caller removes the file. */
export function newTempPath(): string {
  return path.join(folder(), `tmp-${newId()}`);
}

/** Removes these files; one that is gone already is no error. */
export async function removeFiles(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((file) => rm(file, { force: true })));
}

/** Deletes temporary files older than an hour and says how many; the worker calls it. */
export async function sweepTempFiles(): Promise<number> {
  const names = await readdir(folder()).catch(() => []);
  let removed = 0;
  for (const name of names.filter((candidate) => OUR_NAME.test(candidate))) {
    const file = path.join(folder(), name);
    const info = await stat(file).catch(() => null);
    if (!info || now().getTime() - info.mtimeMs < LIFETIME_MS) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
