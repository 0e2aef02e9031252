import { once } from 'node:events';
import { createServer, type OutgoingHttpHeaders, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { encode } from 'next-auth/jwt';
import { afterEach, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '#lib/access/session-token.ts';
import { env } from '#lib/platform/env.ts';
import { answerCrowded, crowd } from './crowd.ts';

let server: Server | undefined;
let waiting: ServerResponse[] = [];
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  waiting = [];
});

/** A portal that draws nothing until it is told to, and lets each address have three pages at once. */
async function portal(share = { most: 3, turns: 3, turnMs: 10_000 }) {
  const { admits } = crowd(share);
  server = createServer(async (asked, response) => {
    asked.headers['x-client-address'] = String(asked.headers['x-from'] ?? '192.0.2.1');
    if (await admits(asked, response)) waiting.push(response);
    else answerCrowded(asked, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') => {
    const sent = request({ port, path, headers, method, host: '127.0.0.1', agent: false }).end();
    sent.on('error', () => undefined);
    const answer = once(sent, 'response');
    answer.catch(() => undefined);
    return { sent, answer };
  };
  const drawing = async (count: number) => {
    for (let times = 0; waiting.length < count && times < 200; times += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(waiting).toHaveLength(count);
  };
  return { ask, drawing };
}

describe('one address', () => {
  it('is given so many different pages at once, is told when to come again, and leaves the others theirs', async () => {
    const { ask, drawing } = await portal();
    for (const page of ['/zgloszenia?q=1', '/zgloszenia?q=2', '/zgloszenia?q=3']) ask(page);
    await drawing(3);
    const [refused] = await ask('/en/zgloszenia?q=4').answer;
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '10']);
    expect(await text(refused)).toMatch(/<html lang="en">[\s\S]*<h1>/);
    ask('/zgloszenia?q=4', { 'x-from': '192.0.2.2' });
    ask('/api/map', {});
    await drawing(5);
  });

  it.each([
    ['POST', '/zgloszenia?q=4'],
    ['PUT', '/zgloszenia?q=4'],
    ['HEAD', '/zgloszenia?q=4'],
    ['GET', '/api/../zgloszenia?q=4'],
    ['GET', '/_next/%2e%2e/zgloszenia?q=4'],
    ['GET', '/pl/karty-uslug/x.txt'],
  ])('has no more of them by asking in another way: %s %s', async (method, path) => {
    const { ask, drawing } = await portal();
    for (const page of ['/zgloszenia?q=1', '/zgloszenia?q=2', '/zgloszenia?q=3']) ask(page);
    await drawing(3);
    expect((await ask(path, {}, method).answer)[0].statusCode).toBe(429);
  });

  it('has its place again when an answer is over, and when whoever asked has left', async () => {
    const { ask, drawing } = await portal();
    const asked = ['/zgloszenia?q=1', '/zgloszenia?q=2', '/zgloszenia?q=3'].map((page) => ask(page));
    await drawing(3);
    waiting[0]?.end('drawn');
    asked[1]?.sent.destroy();
    await Promise.all([asked[0]?.answer, waiting[1] && once(waiting[1], 'close')]);
    ask('/zgloszenia?q=5');
    ask('/zgloszenia?q=6');
    await drawing(5);
    expect((await ask('/zgloszenia?q=7').answer)[0].statusCode).toBe(429);
  });

  it('may have any number of people looking at the page that all are given', async () => {
    const { ask, drawing } = await portal();
    for (let people = 0; people < 20; people += 1) ask('/zgloszenia');
    await drawing(20);
    // With a cookie of its own each is drawn.
    for (const cookie of ['a=1', 'a=2']) ask('/zgloszenia', { cookie });
    await drawing(22);
    expect((await ask('/zgloszenia', { cookie: 'a=3' }).answer)[0].statusCode).toBe(429);
  });

  it('may have any number of staff at work, but not by a cookie that we did not make', async () => {
    const { ask, drawing } = await portal();
    const token = await encode({ token: { sub: 'a', version: 1 }, secret: env.keys.session });
    for (let desks = 0; desks < 8; desks += 1) ask('/staff', { cookie: `x=1; ${SESSION_COOKIE}=${token}` });
    await drawing(8);
    const made = `${SESSION_COOKIE}=${token.slice(0, -4)}AAAA`;
    expect((await ask('/staff', { cookie: made }).answer)[0].statusCode).toBe(429);
  });

  it('stands in line for what it may have: others, and staff, go by', async () => {
    const { ask, drawing } = await portal({ most: 9, turns: 2, turnMs: 10_000 });
    for (const page of [1, 2, 3, 4, 5]) ask(`/zgloszenia?q=${page}`);
    await drawing(2);
    ask('/zgloszenia?q=6', { 'x-from': '192.0.2.2' });
    const token = await encode({ token: { sub: 'a', version: 1 }, secret: env.keys.session });
    ask('/staff', { cookie: `${SESSION_COOKIE}=${token}` });
    await drawing(4);
    waiting[0]?.end();
    await drawing(5);
    expect(waiting.map(({ req }) => req.url)).toContain('/zgloszenia?q=3');
  });

  it('has nothing drawn for whoever left the line, and what is asked for twice is one turn', async () => {
    const { ask, drawing } = await portal({ most: 9, turns: 1, turnMs: 10_000 });
    ask('/zgloszenia?q=1');
    await drawing(1);
    const left = ask('/zgloszenia?q=2');
    for (const page of ['/pomysly', '/pomysly', '/zgloszenia?q=3']) ask(page);
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));
    await aMoment();
    left.sent.destroy();
    await aMoment();
    waiting[0]?.end();
    await drawing(3);
    expect(waiting.map(({ req }) => req.url)).toEqual(['/zgloszenia?q=1', '/pomysly', '/pomysly']);
  });

  it('keeps its line moving when answers are slow', async () => {
    const { ask, drawing } = await portal({ most: 9, turns: 1, turnMs: 30 });
    for (const page of [1, 2, 3]) ask(`/zgloszenia?q=${page}`);
    await drawing(3);
  });
});
