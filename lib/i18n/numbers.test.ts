import { describe, expect, it } from 'vitest';
import { formatNumber, roundDays } from './numbers.ts';

describe('numbers', () => {
  it('are grouped as the language does it', () => {
    expect(formatNumber('pl', 16259).replace(/\s/g, ' ')).toBe('16 259');
    expect(formatNumber('en', 16259)).toMatch(/^16[, ]259$|^16\s259$/);
  });

  it('of days are told to a tenth only where that matters', () => {
    expect([roundDays(0.68), roundDays(4.24), roundDays(36.6)]).toEqual([0.7, 4.2, 37]);
  });
});
