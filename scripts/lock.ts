import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './plain-error.ts';
import { identityOf } from './processes.ts';

const POLL_MS = 200;

export type Lock = {
  /** True when an earlier holder ended without letting go. */
  recovered: boolean;
  release(): void;
};

/** Who holds a lock. */
export type Holder = { pid: number };

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readHolder(file: string): { pid: number; identity: string } | undefined {
  const text = read(file);
  if (text === undefined) return undefined;
  const [pid, ...identity] = text.split('\n');
  return { pid: Number(pid), identity: identity.join('\n').trim() };
}

function holds(file: string, pid: number): boolean {
  const holder = readHolder(file);
  const identity = identityOf(pid).trim();
  return identity !== '' && holder?.pid === pid && holder.identity === identity;
}

/** Puts our name into the file if there is none; the file appears complete or not at all. */
function claim(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${process.pid}\n${identityOf(process.pid)}\n`, { mode: 0o644 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a lock whose holder is gone, but not the one that somebody else took over in the meantime. */
function removeStale(file: string, seen: string | undefined): void {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== seen) linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Takes the lock, or tells who holds it. A holder that is gone (killed, machine restarted) is not one, even if another
 * program has its process id by now.
 */
export function tryLock(file: string): Lock | Holder {
  let recovered = false;
  for (;;) {
    if (claim(file)) {
      const release = () => {
        if (holds(file, process.pid)) rmSync(file, { force: true });
      };
      return { recovered, release };
    }
    const seen = read(file);
    const holder = readHolder(file);
    if (!holder) continue;
    if (holds(file, holder.pid)) return { pid: holder.pid };
    recovered = true;
    removeStale(file, seen);
  }
}

export function isHeld(result: Lock | Holder): result is Lock {
  return 'release' in result;
}

/** Runs `work` while holding the lock, after waiting for whoever holds it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  let lock = tryLock(file);
  while (!isHeld(lock)) {
    await sleep(POLL_MS);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
