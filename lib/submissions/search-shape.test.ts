import { describe, expect, it } from 'vitest';
import { bareNumber, isSecret } from './search-shape.ts';

describe('what a search may show in its address', () => {
  it.each([
    '600 100 200',
    '+48600100200',
    'osoba@example.com',
    '7K3M-9QXD-2VTR-H',
    '7k3m 9qxd 2vtr h',
    '90010112345',
  ])('%s stays out of it', (typed) => expect(isSecret(typed)).toBe(true));

  it.each(['ul. Długa 12', 'KRK-2026-004217', '2026 4217', 'Mistrzejowice', 'dziura'])(
    '%s may stand there',
    (typed) => expect(isSecret(typed)).toBe(false),
  );

  it('a bare number is one of this year', () => {
    expect(bareNumber(' 4217 ')).toBe(4217);
    expect(bareNumber('#12')).toBe(12);
    expect(bareNumber('0')).toBeNull();
    expect(bareNumber('Długa 12')).toBeNull();
    expect(bareNumber('1234567')).toBeNull();
  });
});
