import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatReference,
  groupTrackingCode,
  isId,
  keyedHash,
  newId,
  newSecret,
  normaliseReference,
  normaliseTrackingCode,
  sha256,
  trackingCode,
} from './ids.ts';

const KEY = 'a key of the tests';
const ID = '5b0e7f1c-3a64-4f0e-9a54-0a6f0d8b5a11';
const CODE_SHAPE = /^[0-9A-HJKMNP-TV-Z]{13}$/;

describe('a tracking code', () => {
  it('has 13 letters and digits that cannot be mistaken for each other', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(50), (id, version) => {
        expect(trackingCode(KEY, id, version)).toMatch(CODE_SHAPE);
      }),
    );
  });

  it('is the same each time it is derived', () => {
    expect(trackingCode(KEY, ID, 1)).toBe(trackingCode(KEY, ID, 1));
  });

  it('changes with the key, the submission and the version of the link', () => {
    const code = trackingCode(KEY, ID, 1);
    expect(trackingCode('another key', ID, 1)).not.toBe(code);
    expect(trackingCode(KEY, newId(), 1)).not.toBe(code);
    expect(trackingCode(KEY, ID, 2)).not.toBe(code);
  });

  it('uses all 32 signs at every one of its 13 positions', () => {
    const seen = Array.from({ length: 13 }, () => new Set<string>());
    for (let version = 0; version < 1000; version += 1) {
      [...trackingCode(KEY, ID, version)].forEach((sign, at) => {
        seen[at]?.add(sign);
      });
    }
    expect(seen.map((signs) => signs.size)).toEqual(Array(13).fill(32));
  });

  it('is read back however it is typed: small or capital, groups, spaces, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 9 }), (id, version) => {
        const code = trackingCode(KEY, id, version);
        const misread = code.replaceAll('0', 'o').replaceAll('1', version % 2 ? 'l' : 'I');
        for (const typed of [
          groupTrackingCode(code),
          code.toLowerCase(),
          ` ${groupTrackingCode(code).toLowerCase()} `,
          groupTrackingCode(code).replaceAll('-', ' '),
          groupTrackingCode(code).replaceAll('-', '–'),
          misread,
        ]) {
          expect(normaliseTrackingCode(typed)).toBe(code);
        }
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['ABCDEFGHJKMN', 'one sign too few'],
    ['ABCDEFGHJKMNPQ', 'one sign too many'],
    ['ABCDEFGHJKMNU', 'a U, which no code holds'],
    ['ABCDEFGHJKMN!', 'a mark'],
    ['ABCDEFGHJKMNŻ', 'a Polish letter'],
    [`ABCDEFGHJKMNP${' '.repeat(40)}`, 'more signs than anybody types'],
  ])('is not %j: %s', (typed) => {
    expect(normaliseTrackingCode(typed)).toBeNull();
  });

  it('is shown in groups of four', () => {
    expect(groupTrackingCode('7K3M9QXD2VTRH')).toBe('7K3M-9QXD-2VTR-H');
  });
});

describe('a reference', () => {
  it('has the year and at least six digits', () => {
    expect(formatReference(2026, 4217)).toBe('KRK-2026-004217');
    expect(formatReference(2026, 1_234_567)).toBe('KRK-2026-1234567');
  });

  it.each(['KRK-2026-004217', 'krk-2026-4217', 'krk 2026 4217', '2026/4217', ' KRK 2026-004217 '])(
    'is read from %j',
    (typed) => {
      expect(normaliseReference(typed)).toBe('KRK-2026-004217');
    },
  );

  it.each(['', '4217', 'KRK-26-4217', 'WAW-2026-004217', 'KRK-2026-', '2026-0042170000', 'KRK-2026-42a'])(
    'is not %j',
    (typed) => {
      expect(normaliseReference(typed)).toBeNull();
    },
  );

  it('comes back unchanged from what was formatted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2999 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (year, number) => {
          const reference = formatReference(year, number);
          expect(normaliseReference(reference)).toBe(reference);
        },
      ),
    );
  });
});

describe('identifiers and secrets', () => {
  it('are different each time', () => {
    expect(new Set(Array.from({ length: 200 }, newId)).size).toBe(200);
    expect(new Set(Array.from({ length: 200 }, newSecret)).size).toBe(200);
  });

  it('a secret for a cookie has 256 bits and needs no escaping', () => {
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
  });
});

describe('hashes', () => {
  it('SHA-256 agrees with the published example', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('a keyed hash agrees with RFC 4231 and depends on the key', () => {
    expect(keyedHash('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(keyedHash('one', 'value')).not.toBe(keyedHash('other', 'value'));
  });
});

describe('an id', () => {
  it('is what we made, and nothing that only looks like it', () => {
    expect(isId(newId())).toBe(true);
    for (const text of ['-'.repeat(36), `${ID}0`, ID.toUpperCase(), '', undefined, [ID]])
      expect(isId(text)).toBe(false);
  });
});
