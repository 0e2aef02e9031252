import { describe, expect, it } from 'vitest';
import { readBody } from './request-body.ts';

const sent = (body: BodyInit, type?: string) =>
  new Request('http://localhost/api', {
    method: 'POST',
    body,
    ...(type && { headers: { 'content-type': type } }),
  });

const fieldsOf = async (request: Request) => (await readBody(request, false)).fields;

describe('the fields of a body', () => {
  it('are texts that a database can keep, whatever came in', async () => {
    const json = sent(
      '{"text":"a\\u0000b \\ud83d c","ids":["x\\u0000"],"na\\u0000me":1}',
      'application/json',
    );
    expect(await fieldsOf(json)).toEqual({ text: 'ab \ufffd c', ids: ['x'], name: 1 });
    const form = sent('text=a%00b&text=%FFc', 'application/x-www-form-urlencoded');
    expect(await fieldsOf(form)).toEqual({ text: ['ab', '\ufffdc'] });
    const parts = new FormData();
    parts.append('text', 'a\u0000b');
    expect(await fieldsOf(sent(parts))).toEqual({ text: 'ab' });
  });

  it('keep whole emoji and Polish letters', async () => {
    const form = sent(new URLSearchParams({ text: 'żółw 🐢' }));
    expect(await fieldsOf(form)).toEqual({ text: 'żółw 🐢' });
  });

  it('are read in no more than their share of time, however many there are', async () => {
    const named = (count: number) => Array.from({ length: count }, (_, index) => `${index}=`).join('&');
    const took = async (count: number) => {
      const form = sent(new URLSearchParams(named(count)));
      const begin = performance.now();
      expect(Object.keys(await fieldsOf(form))).toHaveLength(count);
      return performance.now() - begin;
    };
    await took(3_000);
    expect(await took(30_000)).toBeLessThan(500);
  });

  it('may be nested as deep as anybody likes', async () => {
    const deep = `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    await expect(fieldsOf(sent(deep, 'application/json'))).resolves.toHaveProperty('text');
  });
});

describe('a text body over the limit', () => {
  it('is read to its end before it is refused, so that the browser gets the answer', async () => {
    let pulled = 0;
    const stream = new ReadableStream({
      pull(controller) {
        pulled += 1;
        if (pulled > 20) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024).fill(97));
      },
    });
    const request = new Request('http://localhost/api', {
      method: 'POST',
      body: stream,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      duplex: 'half',
    } as RequestInit);
    await expect(readBody(request, false)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(pulled).toBe(21);
  });
});
