import { describe, expect, it } from 'vitest';
import { localeOf, safePath, spokenLocale } from './http-request.ts';

describe('a path to go to after a form', () => {
  it.each(['/', '/staff?tab=new&q=a%2Fb', '/sledz/7K3M9QXD2VTRH#odpowiedz', '/en/zgloszenia'])(
    'is taken when it is ours: %s',
    (path) => expect(safePath(path)).toBe(path),
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/..//evil.example/x',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/a\\..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a b',
    '/a\r\nset-cookie: x=1',
    '',
    `/${'a'.repeat(500)}`,
    ['/staff'],
    undefined,
  ])('is refused when it could lead elsewhere: %j', (path) => expect(safePath(path)).toBeNull());
});

describe('the language of a request', () => {
  const from = (headers: Record<string, string>) => new Request('http://portal.invalid/api/x', { headers });
  const page = (path: string) => from({ referer: `http://portal.invalid${path}`, 'accept-language': 'en' });

  it.each([
    ['/uk/sledz/7K3M9QXD2VTRH', 'uk'],
    ['/en', 'en'],
    ['/sledz', 'pl'],
    ['/english', 'pl'],
  ])('is that of the page it came from: %s', (path, locale) => expect(localeOf(page(path))).toBe(locale));

  it('is that of the page it goes back to, and what it says before both', () => {
    expect(localeOf(page('/uk'), { back: '/en/zglos/problem' })).toBe('en');
    expect(localeOf(page('/uk'), { back: '//evil.example/en' })).toBe('uk');
    expect(localeOf(page('/uk'), { back: '/en', lang: 'pl' })).toBe('pl');
    expect(localeOf(page('/uk'), { lang: 'xx' })).toBe('uk');
  });

  it.each([
    ['uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
    ['de-DE,de;q=0.9,en-US;q=0.3', 'en'],
    ['en;q=0.2, pl;q=0.9', 'pl'],
    ['uk;q=0, en', 'en'],
    ['*', 'pl'],
    ['', 'pl'],
    [',;=,q', 'pl'],
  ])('is what the browser prefers when no page says it: %j', (header, locale) => {
    const request = from(header ? { 'accept-language': header } : {});
    expect(spokenLocale(request)).toBeNull();
    expect(localeOf(request)).toBe(locale);
  });
});
