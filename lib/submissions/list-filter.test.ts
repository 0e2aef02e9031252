import { describe, expect, it } from 'vitest';
import { momentsOf, readCursor, readListFilter, writeCursor } from './list-filter.ts';

describe('the address of the public list', () => {
  it.each(['0000-01-01', '0999-12-31', '1900-01-01', '9999-12-31', '2026-02-30', '2026-1-1', 'x'])(
    'with the day %s shows a list, as if the day were not there',
    (day) => {
      const filter = readListFilter({ from: day, to: day });
      expect(filter).toMatchObject({ from: undefined, to: undefined });
      expect(momentsOf(filter)).toEqual({});
    },
  );

  it.each(['2000-01-01', '2026-11-22', '2999-12-31'])('may ask for the day %s', (day) => {
    const { since, before } = momentsOf(readListFilter({ from: day, to: day }));
    expect(Number(before) - Number(since)).toBe(24 * 3_600_000);
  });

  it('leads to a place in the list only with a mark of ours', () => {
    const place = { at: new Date('2026-11-22T10:00:00Z'), id: '5b0e7f1c-3a64-4f0e-9a54-0a6f0d8b5a11' };
    expect(readCursor(writeCursor(place))).toEqual(place);
    expect(readCursor(writeCursor({ ...place, id: '-'.repeat(36) }))).toBeNull();
    expect(readCursor('\u0000')).toBeNull();
    expect(readCursor(['a', 'b'])).toBeNull();
  });
});

describe('values that are said over and over', () => {
  it('count once, however they are written', () => {
    const often = (...values: string[]) => Array.from({ length: 700 }, () => values).flat();
    const filter = readListFilter({
      kind: often('PROBLEM', 'IDEA'),
      status: often('open', 'CLOSED'),
      district: often('1', '01', '1.0', '2'),
    });
    expect(filter).toMatchObject({
      kind: ['PROBLEM', 'IDEA'],
      status: ['open', 'CLOSED'],
      district: [1, 2],
    });
  });
});
