import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { diskError } from './disk-full.ts';
import { writeStream } from './write-stream.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-write-'));
const never = new AbortController().signal;

function counted(pieces: number) {
  const state = { read: 0 };
  function* source() {
    for (; state.read < pieces; state.read += 1) yield Buffer.from('abc');
  }
  return { state, stream: Readable.from(source(), { objectMode: false }) };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a stream to a file', () => {
  it('writes every byte and tells size and hash', async () => {
    const file = path.join(folder, 'whole');
    const written = await writeStream(counted(3).stream, file, never);
    expect(readFileSync(file, 'utf8')).toBe('abcabcabc');
    expect(written).toEqual({
      bytes: 9,
      sha256: '76b99ab4be8521d78b19bcff7d1078aabeb477bd134f404094c92cd39f051c3e',
    });
  });

  it('reads to the end and leaves nothing when it is told to give up', async () => {
    const { state, stream } = counted(50);
    expect(await writeStream(stream, path.join(folder, 'given-up'), AbortSignal.abort())).toBeNull();
    expect(state.read).toBe(50);
    expect(existsSync(path.join(folder, 'given-up'))).toBe(false);
  });

  it('reads to the end before it tells that the disk failed', async () => {
    const { state, stream } = counted(50);
    const nowhere = path.join(folder, 'missing', 'file');
    await expect(writeStream(stream, nowhere, never)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(state.read).toBe(50);
  });

  it('never overwrites', async () => {
    const file = path.join(folder, 'taken');
    await writeStream(counted(1).stream, file, never);
    await expect(writeStream(counted(2).stream, file, never)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('abc');
  });
});

describe('errors of the disk', () => {
  it('a full disk is told as overload and logged for the operator', () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const error = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(diskError(error)).toMatchObject({ code: 'OVERLOADED', details: { retryAfter: 60 } });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('anything else stays what it is', () => {
    const error = Object.assign(new Error('gone'), { code: 'ENOENT' });
    expect(diskError(error)).toBe(error);
    expect(diskError(undefined)).toBeUndefined();
  });
});
