import { describe, expect, it } from 'vitest';
import { withoutEmpty } from './tidy-address.ts';

describe('an address of a list', () => {
  it('is left without the fields that were left empty', () => {
    expect(withoutEmpty('?tab=all&q=&status=&category=kosz')).toBe('?tab=all&category=kosz');
    expect(withoutEmpty('?q=&q=d%C5%82uga')).toBe('?q=d%C5%82uga');
    expect(withoutEmpty('?co=&kto=')).toBe('');
  });

  it('is left alone when all of it says something', () => {
    for (const search of ['', '?', '?tab=all', '?q=a%20b']) expect(withoutEmpty(search)).toBeNull();
  });
});
