import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isServerOn, parsePostmasterPid, runningPostmaster } from './postmaster.ts';

const DEAD_PID = 2 ** 22 + 1;

describe('postmaster.pid', () => {
  it('tells process and port', () => {
    expect(parsePostmasterPid('812\n/srv/data\n1763822000\n5433\n\n127.0.0.1\n 1 2\nready\n')).toEqual({
      pid: 812,
      port: 5433,
    });
  });

  it('has no port in the first moments', () => {
    expect(parsePostmasterPid('812\n/srv/data\n1763822000\n')).toEqual({ pid: 812, port: undefined });
  });

  it.each(['', '\n', 'nonsense\n'])('is not believed when it reads %j', (text) => {
    expect(parsePostmasterPid(text)).toBeUndefined();
  });
});

describe('adopting a server', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'postmaster-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (pid: number) =>
    writeFileSync(path.join(folder, 'postmaster.pid'), `${pid}\n${folder}\n1763822000\n5433\n\n127.0.0.1\n`);

  it('needs a file', () => {
    expect(runningPostmaster(folder)).toBeUndefined();
  });

  it('leaves the file of a server that is gone for the next one to judge', () => {
    write(DEAD_PID);
    expect(runningPostmaster(folder)).toBeUndefined();
    expect(existsSync(path.join(folder, 'postmaster.pid'))).toBe(true);
  });

  it('removes a file that names another program, which would keep the server from starting', () => {
    write(process.pid);
    expect(runningPostmaster(folder)).toBeUndefined();
    expect(existsSync(path.join(folder, 'postmaster.pid'))).toBe(false);
  });

  it('recognises a server by program and folder', () => {
    expect(isServerOn('/x/native/bin/postgres -D /srv/a -c port=1', '/srv/a')).toBe(true);
    expect(isServerOn('/x/native/bin/postgres -D /srv/b -c port=1', '/srv/a')).toBe(false);
    expect(isServerOn('vim /srv/a/postgresql.conf', '/srv/a')).toBe(false);
  });
});
