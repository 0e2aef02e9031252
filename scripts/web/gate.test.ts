import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerMissing, isUnreadable, withPolicy } from './gate.ts';

describe('an address', () => {
  it.each(['/', '/zgloszenia?q=100%', '/sledz?kod=%ff', '/zgloszenia/KRK%202026%204217', '/en?x=%25'])(
    'that can be read is answered by its page: %s',
    (url) => expect(isUnreadable(url)).toBe(false),
  );

  it.each([
    '/%ff',
    '/en/%E0%A4%A',
    '/sledz/%25E0',
    '/100%25',
    '/%00',
    '/zgloszenia?q=a%00b',
    '*',
    'http://a.example/',
  ])('that names nothing goes no further: %s', (url) => expect(isUnreadable(url)).toBe(true));
});

describe('an answer', () => {
  let server: Server;
  afterEach(() => server.close());

  async function answerOf(listener: RequestListener): Promise<Response> {
    server = createServer((request, response) => {
      withPolicy(response);
      listener(request, response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  const policyOf = async (listener: RequestListener) =>
    (await answerOf(listener)).headers.get('content-security-policy');

  it('without a policy of its own may do nothing as data, and run nothing foreign as a page', async () => {
    const data = { 'content-type': 'application/json' };
    expect(await policyOf((_, response) => response.writeHead(200, data).end('{}'))).toMatch(
      /^default-src 'none'/,
    );
    const page = await policyOf((_, response) => response.setHeader('content-type', 'text/html').end('<p>'));
    expect(page).toMatch(/script-src 'self'; .*frame-ancestors 'none'/);
  });

  it('keeps a policy of its own', async () => {
    const own = { 'content-security-policy': 'sandbox' };
    expect(await policyOf((_, response) => response.writeHead(200, own).end())).toBe('sandbox');
    const set = (_: unknown, response: Parameters<RequestListener>[1]) =>
      response.setHeader('content-security-policy', 'sandbox').end();
    expect(await policyOf(set)).toBe('sandbox');
  });

  it('to an address that names nothing is a whole page in Polish', async () => {
    const response = await answerOf((_, answer) => answerMissing(answer));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await response.text()).toMatch(/<html lang="pl">[\s\S]*<h1>/);
  });
});
