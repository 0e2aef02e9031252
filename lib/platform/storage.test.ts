import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from './ids.ts';
import { diskStorage } from './storage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-storage-'));
const root = path.join(folder, 'deep', 'media');
const storage = diskStorage(root);
const from = path.join(folder, 'upload');
const key = `original/${newId()}`;

const read = async (name: string) => {
  const object = await storage.open(name);
  return object && { size: object.size, text: await text(object.stream) };
};

beforeEach(() => writeFileSync(from, 'zdjęcie'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('storage on the local disk', () => {
  it('takes a file over and gives it back', async () => {
    await storage.put(key, from);
    expect(existsSync(from)).toBe(false);
    expect(await storage.exists(key)).toBe(true);
    expect(await read(key)).toEqual({ size: 8, text: 'zdjęcie' });
  });

  it('replaces an object in one step', async () => {
    await storage.put(key, from);
    writeFileSync(from, 'inne');
    await storage.put(key, from);
    expect(await read(key)).toEqual({ size: 4, text: 'inne' });
  });

  it('knows what is not there, and removing it is no error', async () => {
    const missing = `view/${newId()}`;
    expect(await storage.open(missing)).toBeNull();
    expect(await storage.exists(missing)).toBe(false);
    await storage.remove(missing);
  });

  it('removes', async () => {
    await storage.put(key, from);
    await storage.remove(key);
    expect(await storage.exists(key)).toBe(false);
  });

  it('lists what was put, folder by folder', async () => {
    const thumb = `thumb/${newId()}`;
    await storage.put(thumb, from);
    const found = await Array.fromAsync(storage.list('thumb'));
    expect(found.map((object) => object.key)).toEqual([thumb]);
    expect(Math.abs((found[0]?.storedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await Array.fromAsync(storage.list('nothing'))).toEqual([]);
  });

  it.each([
    '../secrets/app-secret',
    `original/../${newId()}`,
    'original/x',
    `/original/${newId()}`,
    newId(),
    '',
  ])('refuses the key %j', async (bad) => {
    await expect(storage.put(bad, from)).rejects.toThrow(RangeError);
    await expect(storage.open(bad)).rejects.toThrow(RangeError);
  });

  it('leaves nothing half-written when the file is not there', async () => {
    const name = newId();
    await expect(storage.put(`half/${name}`, path.join(folder, 'gone'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(readdirSync(path.join(root, 'half', name.slice(0, 2)))).toEqual([]);
  });

  it('takes a file from another file system', async ({ skip }) => {
    const elsewhere = '/dev/shm';
    if (!existsSync(elsewhere)) skip();
    const other = mkdtempSync(path.join(elsewhere, 'kontakt-storage-'));
    try {
      writeFileSync(path.join(other, 'file'), 'skądinąd');
      await storage.put(key, path.join(other, 'file'));
      expect(await read(key)).toEqual({ size: 10, text: 'skądinąd' });
      expect(readdirSync(other)).toEqual([]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});
