import { describe, expect, it } from 'vitest';
import { localePath, textLocale, withoutLocale } from './languages.ts';

describe('addresses in several languages', () => {
  it.each([
    ['pl', '/', '/'],
    ['pl', '/sledz?kod=1', '/sledz?kod=1'],
    ['en', '/', '/en'],
    ['uk', '/zgloszenia', '/uk/zgloszenia'],
    ['de', '/zgloszenia', '/zgloszenia'],
  ])('%s %s is %s', (locale, path, address) => {
    expect(localePath(locale, path)).toBe(address);
  });

  it.each(['//evil.example', '/\\evil.example', 'evil.example'])('never leaves the portal: %s', (path) => {
    expect(localePath('pl', path)).toBe('/evil.example');
  });

  it.each([
    ['en', '/en', '/'],
    ['en', '/en?q=1', '/?q=1'],
    ['en', '/en/sledz', '/sledz'],
    ['en', '/english', '/english'],
    ['pl', '/zgloszenia', '/zgloszenia'],
  ])('the Polish path of %s %s is %s', (locale, address, path) => {
    expect(withoutLocale(locale, address)).toBe(path);
  });

  it('says which language a page is written in', () => {
    expect(['pl', 'en', 'uk', 'xx'].map(textLocale)).toEqual(['pl', 'en', 'uk', 'pl']);
  });
});
