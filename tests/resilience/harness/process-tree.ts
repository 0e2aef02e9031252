import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

type Parent = { pid: number; parent: number };

function fromProc(): Parent[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The name stands in brackets and may itself hold spaces and brackets.
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

function fromPs(): Parent[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      return { pid: pid ?? 0, parent: parent ?? 0 };
    });
}

/** Every process that this one started, and those that they started, at this moment. */
export function descendants(pid: number): number[] {
  const all = process.platform === 'linux' ? fromProc() : fromPs();
  const below = (top: number): number[] =>
    all.filter(({ parent }) => parent === top).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}
