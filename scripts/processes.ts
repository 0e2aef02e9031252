import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './plain-error.ts';

/** Whether a process of this id exists, ours or another account's. A zombie does not count. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return linuxStat(pid)?.state !== 'Z';
}

/** The fields of /proc/<pid>/stat we use; undefined where there is no /proc. `started` is in ticks since boot. */
export function parseStat(stat: string): { state: string; started: string } | undefined {
  // The name stands in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  return state && started ? { state, started } : undefined;
}

function linuxStat(pid: number): ReturnType<typeof parseStat> {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

function ps(pid: number, format: string): string {
  return spawnSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** The command line of a process, arguments parted by spaces; empty when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return process.platform === 'linux' ? '' : ps(pid, 'command=');
  }
}

/** Tells a process from a later one that got the same id. Empty when there is no such process. */
export function identityOf(pid: number): string {
  if (!isAlive(pid)) return '';
  const started = linuxStat(pid)?.started ?? ps(pid, 'lstart=');
  return `${started} ${commandLine(pid)}`;
}

/** Resolves to true once the process is gone, to false when it is still there after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}
