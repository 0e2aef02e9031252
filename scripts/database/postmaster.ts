import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../plain-error.ts';
import { commandLine, isAlive } from '../processes.ts';

/** What a running PostgreSQL server says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number };

/** Reads `postmaster.pid`: line 1 is the process id, line 4 the port (absent in the server's first moments). */
export function parsePostmasterPid(text: string): { pid: number; port: number | undefined } | undefined {
  const lines = text.split('\n');
  // A backend started by hand (single user) writes a negative id.
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  const port = Number.parseInt(lines[3] ?? '', 10);
  if (!pid) return undefined;
  return { pid, port: port > 0 ? port : undefined };
}

function pidFile(dataFolder: string): string {
  return path.join(dataFolder, 'postmaster.pid');
}

function readPidFile(dataFolder: string): ReturnType<typeof parsePostmasterPid> {
  try {
    return parsePostmasterPid(readFileSync(pidFile(dataFolder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether this command line is a PostgreSQL server on this data folder. */
export function isServerOn(command: string, dataFolder: string): boolean {
  return /\bpostgres(\.exe)?\b/.test(command) && command.includes(dataFolder);
}

/**
 * The server that already runs on this data folder, left by a supervisor that was killed; undefined when there is
 * none. A file that names some other program, which got the same process id after a reboot, is removed, because the
 * server would refuse to start over it. A file that names no process is left: the server itself checks that nothing
 * of the old one is still attached to its memory.
 */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const found = readPidFile(dataFolder);
  if (!found || !isAlive(found.pid)) return undefined;
  const command = commandLine(found.pid);
  if (!isServerOn(command, dataFolder)) {
    if (command) rmSync(pidFile(dataFolder), { force: true });
    return undefined;
  }
  if (!found.port)
    throw new PlainError(`A database server in ${dataFolder} is just starting. Try again in a moment.`);
  return { pid: found.pid, port: found.port };
}
