import { describe, expect, it } from 'vitest';
import { normaliseEmail, normalisePhone } from './normalise.ts';

describe('an e-mail address', () => {
  it.each([
    ['Jan.Przykladowy@Example.COM', 'jan.przykladowy@example.com'],
    ['  ola+miasto@poczta.example.pl ', 'ola+miasto@poczta.example.pl'],
    ["o'neil@example.org", "o'neil@example.org"],
    ['ola@żółw.pl', 'ola@xn--w-uga1v8h.pl'],
  ])('%s is compared as %s', (typed, expected) => {
    expect(normaliseEmail(typed)).toBe(expected);
  });

  it.each([
    '',
    'jan.example.com',
    '@example.com',
    'jan@',
    'jan@example',
    'jan@@example.com',
    'jan@exam ple.com',
    '.jan@example.com',
    'jan..p@example.com',
    'jan@-example.com',
    'jan@example.com, ola@example.com',
    'Jan <jan@example.com>',
    'jan@127.0.0.1',
    `${'a'.repeat(65)}@example.com`,
  ])('%j is not one', (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });

  it('never ends a mail header', () => {
    for (const end of ['\r\nBcc: all@example.com', '\nX: y', '\r', '\u0000', '%0aBcc:x']) {
      expect(normaliseEmail(`jan@example.com${end}${end}`)).toBeNull();
      expect(normaliseEmail(`jan${end}@example.com`)?.includes('\n') ?? false).toBe(false);
    }
  });
});

describe('a phone number', () => {
  it.each([
    ['600 000 000', '+48600000000'],
    ['600-000-000', '+48600000000'],
    ['+48 600 000 000', '+48600000000'],
    ['0048600000000', '+48600000000'],
    ['48600000000', '+48600000000'],
    ['12 616 55 55', '+48126165555'],
    ['(12) 616-55-55', '+48126165555'],
    ['0126165555', '+48126165555'],
    ['+380 67 123 45 67', '+380671234567'],
    ['00 44 20 7946 0018', '+442079460018'],
  ])('%s is %s', (typed, expected) => {
    expect(normalisePhone(typed)).toBe(expected);
  });

  it.each([
    '',
    '112',
    '600 000',
    '6000000000',
    'zadzwoń',
    '600 000 000 w. 5',
    '+48 600',
    '12+600000000',
    '9'.repeat(41),
  ])('%j is not one', (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });
});
