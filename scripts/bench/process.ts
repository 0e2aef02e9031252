import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';

const READY_PATIENCE_MS = 120_000;
const END_PATIENCE_MS = 10_000;
/** The clock of /proc. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** What a script is told by its environment. */
export type Settings = Record<string, string>;

const running = new Set<ChildProcess>();

/** Starts one of our scripts and waits until it says that it is ready. */
export async function startScript(
  file: string,
  env: Settings,
  execArgv: string[] = [],
  args: string[] = [],
): Promise<ChildProcess> {
  const child = fork(path.join(ROOT, file), args, {
    cwd: ROOT,
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${file} does not become ready`)), READY_PATIENCE_MS);
    child.once('message', () => {
      clearTimeout(late);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
  });
  return child;
}

export async function endScript(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), END_PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Ends everything that was started here; nothing is left behind whatever went wrong. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map(endScript));
}

/** Milliseconds of processor time that a process has used, its threads included. */
export function cpuOf({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000;
}

/** Bytes of memory that a process holds. */
export function memoryOf({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
}
