import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { env } from './env.ts';
import { bytesOf, type Piece, requestOf } from './multipart.fixture.ts';
import { readMultipart } from './multipart.ts';

vi.mock('./env.ts', () => ({ env: { DATA_DIR: '', NODE_ENV: 'test' } }));

const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-multipart-'));
env.DATA_DIR = folder;

const MB = 1024 * 1024;
const temporary = () => {
  try {
    return readdirSync(path.join(folder, 'tmp'));
  } catch {
    return [];
  }
};

const read = (pieces: Piece[], limits = {}) => readMultipart(requestOf(bytesOf(pieces, 'edge')), limits);

afterEach(() => rmSync(path.join(folder, 'tmp'), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('reading a form with files', () => {
  it('keeps each file as it was sent, with its size and hash, and every field', async () => {
    const photo = randomBytes(300_000);
    const body = await read([
      { field: 'text', value: 'Dziura w jezdni, żółta taśma' },
      { filename: 'dziura.jpg', bytes: photo },
      { field: 'lat', value: '50.06' },
    ]);
    expect(body.fields).toEqual({ text: 'Dziura w jezdni, żółta taśma', lat: '50.06' });
    expect(body.files).toMatchObject([
      {
        field: 'photos',
        name: 'dziura.jpg',
        bytes: 300_000,
        sha256: createHash('sha256').update(photo).digest('hex'),
      },
    ]);
    expect(statSync(body.files[0]?.path ?? '').size).toBe(300_000);
    await body.discard();
    expect(temporary()).toEqual([]);
  });

  it('reads what a browser sends', async () => {
    const form = new FormData();
    form.set('text', 'Zażółć');
    form.append('photos', new File([randomBytes(100)], 'zdjęcie 1.jpg', { type: 'image/jpeg' }));
    form.append('photos', new File([], ''));
    const body = await readMultipart(new Request('http://localhost/', { method: 'POST', body: form }));
    expect(body.fields).toEqual({ text: 'Zażółć' });
    expect(body.files.map((file) => file.name)).toEqual(['zdjęcie 1.jpg']);
  });

  it('makes a list of a field sent more than once, and takes twenty fields', async () => {
    const fields = Array.from({ length: 20 }, (_, i) => ({ field: `field${i}`, value: String(i) }));
    const body = await read([...fields, { field: 'kind', value: 'A' }, { field: 'kind', value: 'B' }]);
    expect(body.fields).toMatchObject({ field0: '0', field19: '19', kind: ['A', 'B'] });
  });

  it('treats a field called __proto__ like all others', async () => {
    const body = await read([{ field: '__proto__', value: 'x' }]);
    expect(Object.keys(body.fields)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('ignores an empty file input and tells of a file that is empty', async () => {
    const body = await read([
      { filename: '', bytes: 0 },
      { filename: 'pusty.jpg', bytes: 0 },
    ]);
    expect(body.files.map(({ name, bytes }) => ({ name, bytes }))).toEqual([{ name: 'pusty.jpg', bytes: 0 }]);
  });
});

describe('limits', () => {
  it('rejects a photo of 40 MB and keeps the good ones and the text around it', async () => {
    const body = await read([
      { field: 'text', value: 'before' },
      { filename: 'one.jpg', bytes: 1000 },
      { filename: 'huge.jpg', bytes: 40 * MB },
      { filename: 'two.jpg', bytes: 2000 },
      { field: 'address', value: 'after' },
    ]);
    expect(body.fields).toEqual({ text: 'before', address: 'after' });
    expect(body.files.map((file) => [file.name, file.bytes])).toEqual([
      ['one.jpg', 1000],
      ['two.jpg', 2000],
    ]);
    expect(body.rejected).toEqual([{ field: 'photos', name: 'huge.jpg', reason: 'TOO_LARGE' }]);
    expect(temporary()).toHaveLength(2);
  });

  it('takes a file of exactly the limit and rejects one of a byte more', async () => {
    const body = await read([
      { filename: 'exact.jpg', bytes: 10 * MB },
      { filename: 'over.jpg', bytes: 10 * MB + 1 },
    ]);
    expect(body.files.map((file) => file.bytes)).toEqual([10 * MB]);
    expect(body.rejected.map((file) => file.reason)).toEqual(['TOO_LARGE']);
  });

  it('rejects the sixth file by name; one that is too large takes no place', async () => {
    const small = [1, 2, 3, 4, 5, 6].map((i) => ({ filename: `${i}.jpg`, bytes: 10 }));
    const body = await read([{ filename: 'huge.jpg', bytes: 2000 }, ...small], { fileBytes: 1000 });
    expect(body.files.map((file) => file.name)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg']);
    expect(body.rejected).toEqual([
      { field: 'photos', name: 'huge.jpg', reason: 'TOO_LARGE' },
      { field: 'photos', name: '6.jpg', reason: 'TOO_MANY' },
    ]);
  });

  it('takes no file where none is asked for', async () => {
    const body = await read(
      [
        { filename: 'a.jpg', bytes: 10 },
        { field: 'text', value: 'x' },
      ],
      { files: 0 },
    );
    expect(body).toMatchObject({ fields: { text: 'x' }, files: [], rejected: [{ reason: 'TOO_MANY' }] });
  });

  it('stops reading a body without end, and leaves no file', async () => {
    await expect(read([{ filename: 'endless.jpg', bytes: 61 * MB }])).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(temporary()).toEqual([]);
  });

  it('refuses a body whose announced length is too much before reading it', async () => {
    const request = requestOf([]);
    request.headers.set('content-length', String(61 * MB));
    await expect(readMultipart(request)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('refuses a field that is too long, and fields that are too many', async () => {
    const long = { field: 'text', value: 'a'.repeat(2000) };
    await expect(read([long], { fieldBytes: 1000 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
    const many = Array.from({ length: 101 }, (_, i) => ({ field: `f${i}`, value: '' }));
    await expect(read([...many, { filename: 'a.jpg', bytes: 5 }])).rejects.toMatchObject({ code: 'INVALID' });
    expect(temporary()).toEqual([]);
  });

  it('keeps memory flat for five photos of 10 MB', async () => {
    const photos = Array.from({ length: 5 }, (_, i) => ({ filename: `${i}.jpg`, bytes: 10 * MB }));
    let highest = 0;
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss());
    }, 5);
    const body = await read(photos).finally(() => clearInterval(watch));
    expect(body.files).toHaveLength(5);
    expect((highest - before) / MB).toBeLessThan(60);
  });
});

describe('bodies that go wrong', () => {
  it.each([
    [
      'cut off by the network',
      () => requestOf(bytesOf([{ filename: 'a.jpg', bytes: 5 * MB }], 'edge'), { cutAfter: 2 * MB }),
    ],
    [
      'ending in the middle of a file',
      () =>
        requestOf([
          Buffer.from('--edge\r\nContent-Disposition: form-data; name="p"; filename="a"\r\n\r\nabc'),
        ]),
    ],
    ['ending in the middle of a header', () => requestOf([Buffer.from('--edge\r\nContent-Dispo')])],
    [
      'with a header that is none',
      () => requestOf([Buffer.from('--edge\r\n\0\0\0\r\n\r\nabc\r\n--edge--\r\n')]),
    ],
    [
      'with another boundary than announced',
      () => requestOf(bytesOf([{ filename: 'a.jpg', bytes: 9 }], 'other')),
    ],
    ['that is empty', () => requestOf([])],
    ['without a boundary', () => requestOf([], { boundary: '' })],
  ])('refuses one %s and leaves no file', async (_title, request) => {
    await expect(readMultipart(request())).rejects.toMatchObject({ code: 'INVALID' });
    expect(temporary()).toEqual([]);
  });

  it('removes the files before and after the one that was cut off', async () => {
    const pieces = [1, 2, 3, 4, 5].map((i) => ({ filename: `${i}.jpg`, bytes: 3 * MB }));
    const request = requestOf(bytesOf(pieces, 'edge'), { cutAfter: 10 * MB });
    await expect(readMultipart(request)).rejects.toMatchObject({ code: 'INVALID' });
    expect(temporary()).toEqual([]);
  });

  it('reads on after an error, so that the answer reaches the browser', async () => {
    let read = 0;
    function* source() {
      yield Buffer.from('--edge\r\n\0\r\n\r\n');
      for (; read < 200; read += 1) yield Buffer.alloc(65_536);
    }
    await expect(readMultipart(requestOf(source()))).rejects.toMatchObject({ code: 'INVALID' });
    expect(read).toBe(200);
  });

  it('fails at once when there is no place for files', async () => {
    writeFileSync(path.join(folder, 'tmp'), 'a file where the folder belongs');
    await expect(read([{ filename: 'a.jpg', bytes: MB }])).rejects.toMatchObject({ code: 'EEXIST' });
  });
});
