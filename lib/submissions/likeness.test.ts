import { describe, expect, it } from 'vitest';
import { growth } from '#tests/factories/cost.ts';
import { likeness, sharedWords, stemsOf } from './likeness.ts';

const reported = (category: string, group: string, text: string) => ({
  category,
  group,
  stems: stemsOf(text),
});
const hole = reported('dziura', 'drogi', 'Głęboka dziura w jezdni przy przejściu');

describe('how like two cases are', () => {
  it('the same thing in other words is more like than another thing nearby', () => {
    const same = likeness(hole, { ...hole, stems: stemsOf('Dziury na jezdni, przejście niebezpieczne') }, 20);
    const near = likeness(hole, reported('chodnik', 'drogi', 'Krzywy krawężnik'), 20);
    expect(same).toBeGreaterThan(0.7);
    expect(near).toBeLessThan(0.45);
    expect(near).toBeGreaterThan(0);
  });

  it('a shorter way makes it likelier', () => {
    expect(likeness(hole, hole, 10)).toBeGreaterThan(likeness(hole, hole, 240) ?? 1);
  });

  it('something else is not like it, however near; the same words are enough when the category is another', () => {
    const other = reported('kosz', 'odpady', 'Przepełniony kosz');
    expect(likeness(hole, other, 0)).toBeNull();
    expect(likeness(hole, { ...other, stems: stemsOf('dziura w jezdni') }, 0)).toBeGreaterThan(0.3);
  });

  it('an empty text has no words in common with anything', () => {
    expect(sharedWords(stemsOf(''), stemsOf('dziura'))).toBe(0);
  });

  it('takes time in proportion to the text', () => {
    expect(growth('dziura jezdnia ', (text) => stemsOf(text))).toBeLessThan(15);
  });
});
