import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runningPostmaster } from '#scripts/database/postmaster.ts';
import { isAlive, waitForEnd } from '#scripts/processes.ts';

/** Everything a test run leaves on the disk lies here, in folders named `<what>-<process id>`. */
const ROOT = path.join(tmpdir(), `kontakt-tests-${process.getuid?.() ?? 0}`);

/** Other accounts may pass: under root the database server runs as one of them. */
const PASSABLE = 0o711;

/** A new, empty folder of this process. */
export function temporaryFolder(what: string): string {
  const folder = path.join(ROOT, `${what}-${process.pid}`);
  mkdirSync(ROOT, { recursive: true, mode: PASSABLE });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: PASSABLE });
  return folder;
}

/** Ends the database server in this folder if one is running, then removes the folder. */
export async function removeFolder(folder: string): Promise<void> {
  const server = runningPostmaster(path.join(folder, 'postgres'));
  if (server) {
    process.kill(server.pid, 'SIGQUIT');
    await waitForEnd(server.pid, 10_000);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Clears away what runs that were killed have left. */
export async function sweepAbandoned(): Promise<void> {
  mkdirSync(ROOT, { recursive: true, mode: PASSABLE });
  for (const name of readdirSync(ROOT)) {
    const owner = Number(name.slice(name.lastIndexOf('-') + 1));
    if (owner > 0 && !isAlive(owner)) await removeFolder(path.join(ROOT, name));
  }
}
