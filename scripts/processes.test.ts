import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { commandLine, identityOf, isAlive, parseStat, waitForEnd } from './processes.ts';

describe('processes', () => {
  it('reads state and start time past a name with spaces and brackets', () => {
    const rest = Array.from({ length: 50 }, (_, i) => String(i + 3));
    expect(parseStat(`42 (my (odd) name) S ${rest.slice(1).join(' ')}`)).toEqual({
      state: 'S',
      started: '22',
    });
    expect(parseStat('')).toBeUndefined();
  });

  it('knows itself and what cannot be a process', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(identityOf(process.pid)).toBe(identityOf(process.pid));
    expect(commandLine(process.pid)).toContain('node');
    for (const pid of [0, -1, Number.NaN]) expect(isAlive(pid)).toBe(false);
    expect(identityOf(0)).toBe('');
  });

  it('sees the end of another one', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(await waitForEnd(pid, 50)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await waitForEnd(pid, 2_000)).toBe(true);
  });
});
