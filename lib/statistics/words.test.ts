import { describe, expect, it } from 'vitest';
import { KINDS } from '#lib/submissions/words.ts';
import { outcomesFor } from '#lib/submissions/workflow-endings.ts';
import { DECIDED, daysOf, NOT_DECIDED, neighbour, readPeriod, SUCCESS } from './words.ts';

describe('periods', () => {
  it.each(['2025-03', '2024-12', '2025'])('%s is one', (text) => expect(readPeriod(text)).toBe(text));
  it.each(['', '2025-13', '2025-3', '1999', '20255', '2025-03-01', "2025'", undefined])(
    '%j is none',
    (text) => expect(readPeriod(text)).toBeNull(),
  );

  it('have a first day and a first day after', () => {
    expect(daysOf('2024-12')).toEqual({ first: '2024-12-01', after: '2025-01-01' });
    expect(daysOf('2025-03')).toEqual({ first: '2025-03-01', after: '2025-04-01' });
    expect(daysOf('2025')).toEqual({ first: '2025-01-01', after: '2026-01-01' });
  });

  it('have neighbours of their own length', () => {
    expect([neighbour('2025-01', -1), neighbour('2024-12', 1), neighbour('2025', -1)]).toEqual([
      '2024-12',
      '2025-01',
      '2024',
    ]);
  });
});

describe('success', () => {
  it('is what was asked for, and staff can give that outcome', () => {
    expect(SUCCESS).toEqual({ PROBLEM: 'FIXED', IDEA: 'IMPLEMENTED', QUESTION: 'ANSWERED' });
    for (const kind of KINDS) expect(outcomesFor(kind)).toContain(SUCCESS[kind]);
  });

  it('is measured among what the city decided, a refusal and silence included', () => {
    expect([...NOT_DECIDED].sort()).toEqual(['DUPLICATE', 'EXPIRED', 'WITHDRAWN']);
    expect(DECIDED).toEqual(
      expect.arrayContaining(['DECLINED', 'NO_REPLY', 'OUTSIDE_CITY', 'NO_FAULT_FOUND']),
    );
    expect(DECIDED).not.toContain('WITHDRAWN');
  });
});
