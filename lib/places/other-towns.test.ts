import { describe, expect, it } from 'vitest';
import { growth } from '#tests/factories/cost.ts';
import { otherTown } from './other-towns.ts';

describe('a place in words', () => {
  it.each([
    ['Wieliczka', 'Wieliczka'],
    ['Rynek Górny 1, Wieliczka', 'Wieliczka'],
    ['rynek gorny 1 wieliczka', 'Wieliczka'],
    ['przystanek w Wieliczce, przy kopalni', 'Wieliczka'],
    ['Świątniki Górne, pod remizą', 'Świątniki Górne'],
    ['w Wielkiej Wsi za kościołem', 'Wielka Wieś'],
    ['a bus stop in Skawina', 'Skawina'],
    ['парк у Величці', 'Wieliczka'],
  ])('%s is in %s', (text, town) => {
    expect(otherTown(text)).toBe(town);
  });

  it.each([
    'ul. Wielicka 12',
    'pętla przy drodze do Wieliczki',
    'ulica Na Zielonki',
    'ul. Tarnowska',
    'alejka za szkołą, druga ławka',
    'ul. Zakopiańska w stronę centrum',
    '',
  ])('%j may be in Kraków', (text) => {
    expect(otherTown(text)).toBeNull();
  });

  it('costs no more for a long text than it is longer', () => {
    expect(growth('w ', otherTown)).toBeLessThan(15);
    expect(growth('w,', otherTown)).toBeLessThan(15);
  });
});
