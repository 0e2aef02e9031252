import { describe, expect, it } from 'vitest';
import { searchWords, tellingPart } from './search-words.ts';

describe('the words of a staff search', () => {
  it('have neither accents nor endings', () => {
    expect(searchWords('Dziurę na Długiej')).toEqual(['dziur', 'na', 'dlug']);
    expect(searchWords('dluga')).toEqual(searchWords('Długą'));
  });

  it('leave out what stands before the name of a street, unless it is all there is', () => {
    expect(searchWords('ul. Długa 12')).toEqual(['dlug', '12']);
    expect(searchWords('os.')).toEqual(['os']);
  });

  it('stay whole when little would be left of them', () => {
    expect(searchWords('Jana 100%_')).toEqual(['jana', '100']);
  });

  it('are six at most', () => {
    expect(searchWords('a b c d e f g h')).toHaveLength(6);
    expect(searchWords(' ?!. ')).toEqual([]);
  });
});

describe('what an index is asked for', () => {
  it('is a long word without its beginning, and a short one whole', () => {
    expect(tellingPart('przystanek')).toBe('zystanek');
    expect(tellingPart('wielicka')).toBe('elicka');
    expect(tellingPart('chodnik')).toBe('chodnik');
  });
});
