import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHeld, type Lock, tryLock, withLock } from './lock.ts';
import { identityOf } from './processes.ts';

describe('the lock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
    file = path.join(folder, 'supervisor.pid');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one and free again after release', () => {
    const first = tryLock(file) as Lock;
    expect(first.recovered).toBe(false);
    expect(tryLock(file)).toEqual({ pid: process.pid });
    first.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(isHeld(tryLock(file))).toBe(true);
  });

  it('is respected while another process holds it and taken over once that is gone', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    writeFileSync(file, `${pid}\n${identityOf(pid)}\n`);
    expect(tryLock(file)).toEqual({ pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(tryLock(file)).toMatchObject({ recovered: true });
    expect(readdirSync(folder)).toEqual(['supervisor.pid']);
  });

  it('is not held by another program that got the old process id', () => {
    writeFileSync(file, `${process.pid}\nstarted long ago node scripts/start.ts\n`);
    expect(tryLock(file)).toMatchObject({ recovered: true });
  });

  it('is not held when the file is damaged', () => {
    writeFileSync(file, '');
    expect(tryLock(file)).toMatchObject({ recovered: true });
  });

  it('lets one work at a time', async () => {
    const log: string[] = [];
    const work = (name: string) =>
      withLock(file, async () => {
        log.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        log.push(`${name} ends`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
