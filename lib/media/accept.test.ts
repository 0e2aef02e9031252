import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { UploadedFile } from '#lib/platform/multipart.ts';
import { storage } from '#lib/platform/storage.ts';
import { acceptUploads, discardStored } from './accept.ts';
import { photoProblems } from './problems.ts';
import { recordedPhotos } from './queries.ts';

const folder = await vi.hoisted(async () => {
  const { tmpdir } = await import('node:os');
  return `${tmpdir()}/kontakt-accept-data-${process.pid}`;
});

vi.mock('#lib/platform/env.ts', () => ({ env: { DATA_DIR: folder, NODE_ENV: 'test' } }));
vi.mock('./queries.ts', () => ({ recordedPhotos: vi.fn(async () => new Set()) }));

const uploads = mkdtempSync(path.join(tmpdir(), 'kontakt-accept-'));
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60)]);
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');

function upload(name: string, content: Buffer): UploadedFile {
  const file = path.join(uploads, name);
  writeFileSync(file, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { field: 'photos', name, path: file, bytes: content.length, sha256 };
}

const stored = async () => (await Array.fromAsync(storage.list('original'))).map((object) => object.key);

afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(uploads, { recursive: true, force: true }));

describe('taking in what was sent', () => {
  it('keeps photos and tells of each file that is none, with the reason', async () => {
    const files = [
      upload('dziura.jpg', JPEG),
      upload('IMG_1.HEIC', HEIC),
      upload('obrazek.jpg', SVG),
      upload('pusty.jpg', Buffer.alloc(0)),
    ];
    const { accepted, refused } = await acceptUploads(files);
    expect(accepted).toMatchObject([{ bytes: JPEG.length, sha256: files[0]?.sha256 }]);
    expect(refused).toEqual([
      { name: 'IMG_1.HEIC', reason: 'HEIC' },
      { name: 'obrazek.jpg', reason: 'UNSUPPORTED' },
      { name: 'pusty.jpg', reason: 'EMPTY' },
    ]);
    expect(await stored()).toEqual([`original/${accepted[0]?.id}`]);
    expect(existsSync(files[0]?.path ?? '')).toBe(false);
  });

  it('keeps none of them when one cannot be stored', async () => {
    const gone = { ...upload('b.jpg', JPEG), path: path.join(uploads, 'missing') };
    await expect(acceptUploads([upload('a.jpg', JPEG), gone])).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await stored()).toEqual([]);
  });
});

describe('giving photos up', () => {
  it('removes those that found no home', async () => {
    const { accepted } = await acceptUploads([upload('a.jpg', JPEG)]);
    await discardStored(accepted);
    expect(await stored()).toEqual([]);
  });

  it('keeps one that was recorded although its caller heard of an error', async () => {
    const { accepted } = await acceptUploads([upload('a.jpg', JPEG), upload('b.jpg', JPEG)]);
    vi.mocked(recordedPhotos).mockResolvedValueOnce(new Set([accepted[0]?.id ?? '']));
    await discardStored(accepted);
    expect(await stored()).toEqual([`original/${accepted[0]?.id}`]);
  });

  it('keeps them all when the database cannot say', async () => {
    const { accepted } = await acceptUploads([upload('a.jpg', JPEG)]);
    vi.mocked(recordedPhotos).mockRejectedValueOnce(new Error('down'));
    await discardStored(accepted);
    expect(await stored()).toHaveLength(1);
  });
});

describe('what is told at the field', () => {
  it('names each kind of trouble once', () => {
    const rejected = [
      { field: 'photos', name: 'a', reason: 'TOO_LARGE' as const },
      { field: 'photos', name: 'b', reason: 'TOO_LARGE' as const },
    ];
    expect(photoProblems(rejected, [{ name: 'c', reason: 'HEIC' }])).toEqual([
      'media.tooLarge',
      'media.heic',
    ]);
    expect(photoProblems([], [])).toEqual([]);
  });
});
