import { describe, expect, it } from 'vitest';
import { tidyAddress } from './tidy-address.ts';

describe('the address of a list', () => {
  it.each([
    ['/zgloszenia', '?q=&kind=&status=open&district=', '/zgloszenia?status=open'],
    ['/zgloszenia', '?q=&kind=', '/zgloszenia'],
    ['/en/zgloszenia', '?q=+', '/en/zgloszenia'],
    ['/pomysly', '?status=a&status=b&q=', '/pomysly?status=a&status=b'],
    ['/uk/karty-uslug', '?q=%3D%26%3F&to=', '/uk/karty-uslug?q=%3D%26%3F'],
    ['/staff', '?tab=all&q=&q=d%C5%82uga', '/staff?tab=all&q=d%C5%82uga'],
    ['/en/staff/rozmowy', '?dzien=', '/en/staff/rozmowy'],
  ])('%s%s is %s', (page, search, tidy) => {
    expect(tidyAddress(page, search)).toBe(tidy);
  });

  it.each([
    ['/zgloszenia', ''],
    ['/zgloszenia', '?'],
    ['/staff', '?q=a%20b,c'],
    ['/sledz', '?kod='],
    ['/staffel', '?q='],
  ])('%s%s stays', (page, search) => {
    expect(tidyAddress(page, search)).toBeNull();
  });
});
