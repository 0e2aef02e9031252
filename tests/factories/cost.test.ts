import { describe, expect, it } from 'vitest';
import { growth } from './cost.ts';

/** Compares each of the first signs with each, of a small part of the text so that it takes no time to prove. */
function everyPair(text: string): number {
  const signs = text.slice(0, text.length / 20);
  let same = 0;
  for (const one of signs) for (const other of signs) same += one === other ? 1 : 0;
  return same;
}

describe('measuring what a longer text costs', () => {
  it('tells work in proportion from work that grows with the square', () => {
    expect(growth('ab ', (text) => text.split(' ').map((word) => word.toUpperCase()))).toBeLessThan(15);
    expect(growth('a', everyPair)).toBeGreaterThan(40);
  });
});
