import { describe, expect, it } from 'vitest';
import { fold, stemText, stemWord, words } from './stem.ts';

describe('stem', () => {
  it('folds case and accents of Polish, and of text typed in pieces', () => {
    expect(fold('ZAŻÓŁĆ GĘŚLĄ JAŹŃ')).toBe('zazolc gesla jazn');
    expect(fold('z\u0307o\u0301łty')).toBe('zolty');
  });

  it('reads words and numbers, whatever stands between them', () => {
    expect(words("ul. Długa 12a/3 – об'їзд; <b>")).toEqual(['ul', 'dluga', '12a', '3', 'обізд', 'b']);
    expect(words('')).toEqual([]);
  });

  it('gives inflected forms one stem, with or without accents', () => {
    for (const forms of [
      ['dziura', 'dziury', 'dziurą', 'dziure'],
      ['krzak', 'krzaki', 'krzaków', 'krzakow', 'krzakami'],
      ['śmietnik', 'śmietnika', 'smietnikach'],
      ['długa', 'długiej', 'dluga'],
    ]) {
      expect(new Set(forms.map((form) => stemText(form))).size, forms.join()).toBe(1);
    }
  });

  it('leaves what it cannot stem', () => {
    expect(stemWord('')).toBe('');
    expect(stemWord('12')).toBe('12');
    expect(words('ż'.repeat(100_000))[0]).toHaveLength(40);
  });
});
