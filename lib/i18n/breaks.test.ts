import { describe, expect, it } from 'vitest';
import { keepTogether } from './breaks.ts';

describe('words that stay on one line', () => {
  it.each([
    ['Zgłoś w minutę', 'Zgłoś w\u00a0minutę'],
    ['Popraw 2 rzeczy', 'Popraw 2\u00a0rzeczy'],
    ['Карта в Кракові', 'Карта в\u00a0Кракові'],
  ])('%s', (text, kept) => expect(keepTogether(text)).toBe(kept));

  it('never become wider than a heading on a phone', () => {
    const name = 'Karta parkingowa osoby z niepełnosprawnością';
    expect(keepTogether(name)).toBe(name);
  });
});
