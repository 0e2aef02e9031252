import { describe, expect, it } from 'vitest';
import { safePath } from './http-request.ts';

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
