import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { newNonce } from '#lib/platform/ids.ts';
import { setStatus } from '#lib/platform/status.ts';
import { answering } from './answer.ts';
import type { Handle } from './render.ts';

/** Much more than a connection takes at once. */
const LONG = `<p>${'Dziura w jezdni, ulica Długa. '.repeat(10_000)}</p>`;

/** Renders what it was told of whoever asks, so that whatever leaks is seen. */
const teller: Handle = async (request, response) => {
  const nonce = newNonce();
  if (request.url === '/pomysly') setStatus(404);
  if (request.url === '/statystyki') response.setHeader('set-cookie', 'a=b');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', `script-src 'nonce-${nonce}'`);
  response.setHeader('link', `</a.css>; nonce="${nonce}"`);
  response.setHeader('x-request-id', nonce);
  response.flushHeaders();
  response.write(
    `<p>${JSON.stringify({ ...request.headers, host: '' })}</p><script nonce="${nonce}">1</script>`,
  );
  response.write(LONG);
  response.end(`<script nonce="${nonce}">2</script>`);
};

let server: Server | undefined;
afterEach(() => server?.close());

async function portal(handle: Handle = teller) {
  let rendered = 0;
  const counting: Handle = (request, response) => {
    rendered += 1;
    return handle(request, response);
  };
  const answer = answering({ present: async () => '1:1:', handle: counting, host: 'kontakt.example' });
  server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, headers: OutgoingHttpHeaders = {}) => {
    const [response] = (await once(get({ port, path, host: '127.0.0.1', headers }), 'response')) as [
      IncomingMessage,
    ];
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  };
  return { ask, rendered: () => rendered };
}

const withoutNonce = ({ body, headers }: { body: Buffer; headers: IncomingMessage['headers'] }) =>
  body.toString().replaceAll(nonceOf(headers), '…');
const nonceOf = (headers: IncomingMessage['headers']) =>
  /'nonce-([^']+)'/.exec(headers['content-security-policy'] as string)?.[1] ?? 'none';

describe('a kept page', () => {
  it('is the same page with a nonce and a number of its own', async () => {
    const { ask, rendered } = await portal();
    const [first, second] = [await ask('/'), await ask('/')];
    expect(rendered()).toBe(1);
    expect(withoutNonce(second)).toBe(withoutNonce(first));
    expect(nonceOf(second.headers)).not.toBe(nonceOf(first.headers));
    expect(second.body.toString().split(nonceOf(second.headers))).toHaveLength(3);
    expect(second.headers.link).toContain(nonceOf(second.headers));
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(second.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is the same page compressed, for those who take it so', async () => {
    const { ask } = await portal();
    const plain = await ask('/', { 'accept-encoding': 'gzip;q=0, br' });
    const packed = await ask('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body.length).toBeLessThan(plain.body.length / 20);
    expect(withoutNonce({ ...packed, body: gunzipSync(packed.body) })).toBe(withoutNonce(plain));
  });

  it('knows nothing of whoever asked first', async () => {
    const { ask } = await portal();
    const secret = {
      'x-forwarded-for': '203.0.113.9',
      'user-agent': 'mine',
      referer: 'http://from',
      'x-own': 'me',
    };
    const told = (await ask('/', secret)).body.toString();
    for (const value of Object.values(secret)) expect(told).not.toContain(value);
  });
});

describe('an answer for one person', () => {
  it.each([
    ['with a cookie', '/', { cookie: 'kontakt-session=somebody' }],
    ['with a form', '/zgloszenia/KRK-2026-000012?f=1', {}],
    ['at the desk', '/staff', {}],
  ])('is neither kept nor given to another: %s', async (_what, path, headers) => {
    const { ask, rendered } = await portal();
    const mine = await ask(path, headers);
    const others = await ask(path.split('?')[0] ?? '', {});
    await ask(path, headers);
    expect(rendered()).toBe(3);
    for (const value of Object.values(headers)) {
      expect(mine.body.toString()).toContain(value);
      expect(others.body.toString()).not.toContain(value);
    }
  });

  it('keeps its status and is not kept', async () => {
    const { ask, rendered } = await portal();
    expect([(await ask('/pomysly')).status, (await ask('/pomysly')).status]).toEqual([404, 404]);
    expect(rendered()).toBe(2);
  });

  it('that sets a cookie is not kept', async () => {
    const { ask, rendered } = await portal();
    expect((await ask('/statystyki')).headers['set-cookie']).toEqual(['a=b']);
    await ask('/statystyki');
    expect(rendered()).toBe(2);
  });

  it('that breaks off leaves nobody waiting', async () => {
    const { ask } = await portal(async (_request, response) => {
      response.write('<p>');
      response.destroy(new Error('broken'));
    });
    expect((await ask('/')).status).toBe(500);
  });
});
