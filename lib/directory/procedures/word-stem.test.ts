import { describe, expect, it } from 'vitest';
import { wordStem } from './word-stem.ts';

describe('stems of words', () => {
  it.each([
    ['dowodu', 'dowod'],
    ['zameldowania', 'zameldowanie'],
    ['реєстрації', 'реєстрація'],
    ['посвідченням', 'посвідчення'],
    ['субсидію', 'субсидія'],
  ])('%s and %s are one word', (one, other) => {
    const fold = (word: string) => word.normalize('NFD').replace(/\p{Mn}/gu, '');
    expect(wordStem(fold(one))).toBe(wordStem(fold(other)));
  });

  it.each(['шлюб', 'акта', 'сад'])('%s keeps enough of itself', (word) => {
    expect(wordStem(word).length).toBeGreaterThanOrEqual(Math.min(4, word.length));
  });
});
