import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { env } from './env.ts';
import { bytesOf, type Piece, requestOf } from './multipart.fixture.ts';
import { readMultipart } from './multipart.ts';
import { sweepTempFiles } from './temp-files.ts';

vi.mock('./env.ts', () => ({ env: { DATA_DIR: '', NODE_ENV: 'test' } }));

const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-names-'));
env.DATA_DIR = folder;

const temporary = () => readdirSync(path.join(folder, 'tmp'));
const read = (pieces: Piece[]) => readMultipart(requestOf(bytesOf(pieces, 'edge')));

afterEach(() => rmSync(path.join(folder, 'tmp'), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\IMG 1.jpg', 'IMG 1.jpg'],
    ['..', '?'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ["<script>alert('1')</script>.jpg", 'script>.jpg'],
  ])('%j is told as %j', async (filename, name) => {
    const body = await read([{ filename, bytes: 3 }]);
    expect(body.files.map((file) => file.name)).toEqual([name]);
    for (const file of temporary()) expect(file).toMatch(/^tmp-[0-9a-f-]{36}$/);
  });

  it('refuses one with control characters', async () => {
    await expect(read([{ filename: 'a\u0000\u0007.jpg', bytes: 3 }])).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('shortens one of 300 characters and keeps its ending', async () => {
    const body = await read([{ filename: `${'ą'.repeat(300)}.jpeg`, bytes: 3 }]);
    expect([...(body.files[0]?.name ?? '')]).toHaveLength(100);
    expect(body.files[0]?.name.endsWith('.jpeg')).toBe(true);
  });

  it('does not let a line break in a name start a header of its own', async () => {
    const body = await read([{ filename: 'a.jpg"\r\nX-Evil: 1\r\nContent-Type: text/html', bytes: 3 }]);
    expect(body.files.map((file) => file.name)).toEqual(['a.jpg']);
  });
});

describe('sweeping temporary files', () => {
  it('removes ours after an hour, and nothing else', async () => {
    const body = await read([
      { filename: 'old.jpg', bytes: 3 },
      { filename: 'new.jpg', bytes: 3 },
    ]);
    const old = new Date(Date.now() - 3_700_000);
    utimesSync(body.files[0]?.path ?? '', old, old);
    const foreign = path.join(folder, 'tmp', 'foreign');
    writeFileSync(foreign, '');
    utimesSync(foreign, old, old);
    expect(await sweepTempFiles()).toBe(1);
    expect(temporary().sort()).toEqual([path.basename(body.files[1]?.path ?? ''), 'foreign'].sort());
  });
});
