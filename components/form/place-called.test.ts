import { describe, expect, it } from 'vitest';
import { placeCalled } from './place-called.ts';

const place = (label: string) => ({ label, lat: 50, lng: 20, type: 'street', district: 1 });

describe('a name typed to its end', () => {
  const found = [place('Błonia'), place('Małe Błonia'), place('Rynek'), place('Rynek')];

  it('is the place of that name, however it is spaced and whatever its capitals', () => {
    expect(placeCalled('  błonia ', found)?.label).toBe('Błonia');
    expect(placeCalled('małe  BŁONIA', found)?.label).toBe('Małe Błonia');
  });

  it('is none while it is not finished, or where two are called so', () => {
    for (const typed of ['', 'Bło', 'Rynek']) expect(placeCalled(typed, found)).toBeNull();
  });
});
