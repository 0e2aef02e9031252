import { describe, expect, it } from 'vitest';
import { growth } from '#tests/factories/cost.ts';
import { writtenIn } from './written.ts';

describe('the language that words are in', () => {
  it.each([
    ['Яма на вулиці Długa 12', 'pl', 'uk'],
    ['Dziura przy aptece „Під Левом”', 'uk', 'pl'],
    ['Dziura w jezdni', 'uk', 'pl'],
    ['Dziura w jezdni', 'pl', 'pl'],
    ['Nie świeci latarnia', 'en', 'pl'],
    ['There is a pothole in front of the school on Długa', 'pl', 'en'],
    ['Pothole', 'en', 'en'],
    ['Pothole', 'pl', 'pl'],
    ['', 'uk', 'uk'],
    [null, 'uk', 'uk'],
    ['112', 'xx', 'pl'],
  ])('of %j on a page in %s is %s', (text, expected, language) =>
    expect(writtenIn(text, expected)).toBe(language),
  );

  it('is told in no more than its share of time', () => {
    expect(growth('the ął ', (text) => writtenIn(text, 'pl'))).toBeLessThan(15);
  });
});
