import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { anonymousAddress } from './anonymous.ts';

const asked = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  anonymousAddress({ method, url, headers } as unknown as IncomingMessage);

describe('a page for everybody', () => {
  it.each([
    '/',
    '/en',
    '/uk',
    '/zgloszenia',
    '/en/zgloszenia?category=dziura-w-jezdni&status=open',
    '/zgloszenia?after=2026-11-25T10%3A00_x&district=4&district=5',
    '/zgloszenia/KRK-2026-000012',
    '/uk/zgloszenia/KRK-2026-000012',
    '/pomysly?view=newest',
    '/karty-uslug',
    '/karty-uslug/dowod-osobisty',
    '/statystyki/2026-10?rodzaj=IDEA',
  ])('is %s', (url) => expect(asked(url)).toBe(url));

  it.each([
    ['a form that was kept', '/zgloszenia/KRK-2026-000012?f=0198c2a0-0000-7000-8000-000000000000'],
    ['what was just sent', '/zgloszenia/KRK-2026-000012?poparcie=wyslane'],
    ['typed words', '/zgloszenia?q=Karmelicka'],
    ['words after another question mark', '/zgloszenia?kind=IDEA?&q=Karmelicka'],
    ['an area of the map', '/zgloszenia?bbox=19.9,50,19.95,50.1'],
    ['anything more', '/zgloszenia?category=drzewo&utm_source=x'],
    ['somebody’s case', '/sledz/ABCD-EFGH-JKMN-P'],
    ['a form', '/zglos/problem'],
    ['the desk', '/staff'],
    ['a file', '/icon.svg'],
    ['data', '/api/map?bbox=1,2,3,4'],
    ['an address that is too long', `/zgloszenia?category=${'a'.repeat(300)}`],
  ])('is not %s', (_what, url) => expect(asked(url)).toBeUndefined());

  it.each([
    ['a session', { cookie: 'kontakt-session=x' }],
    ['a draft', { cookie: 'kontakt-draft=x' }],
    ['a cookie of whatever kind', { cookie: 'unknown=1' }],
    ['credentials', { authorization: 'Basic eDp5' }],
    ['a part of a page', { rsc: '1' }],
    ['a page in advance', { 'next-router-prefetch': '1' }],
    ['another tree', { 'next-router-state-tree': '%5B%5D' }],
    ['a preview', { 'x-prerender-revalidate': 'x' }],
    ['a body', { 'content-length': '3' }],
  ])('is not for a request with %s', (_what, headers) =>
    expect(asked('/zgloszenia', headers as Record<string, string>)).toBeUndefined(),
  );

  it('is for all browsers alike', () => {
    const browser = {
      'user-agent': 'x',
      'accept-language': 'uk',
      referer: 'http://a',
      'sec-fetch-mode': 'navigate',
    };
    expect(asked('/zgloszenia', browser)).toBe('/zgloszenia');
  });

  it.each(['HEAD', 'POST'])('is not for %s', (method) => expect(asked('/', {}, method)).toBeUndefined());
});
