import { describe, expect, it } from 'vitest';
import { pointOf, readCoordinate, readPoint } from './points.ts';

describe('coordinates', () => {
  it.each([
    ['50.0617', 50.0617],
    [' 50,0617 ', 50.0617],
    ['19,9373°', 19.9373],
    ['5 548 000,5', 5_548_000.5],
    ['', null],
    ['Rynek', null],
    ['50.06.17', null],
  ])('%j is %j', (text, expected) => {
    expect(readCoordinate(text)).toBe(expected);
  });

  it.each([
    '50.0617, 19.9373',
    '(50.0617, 19.9373)',
    '50,0617; 19,9373',
    '50,0617 19,9373',
    'POINT (19.9373 50.0617)',
    'SRID=4326;POINT(19.9373 50.0617)',
    'lat: 50.0617, lng: 19.9373',
  ])('both in one cell: %s', (text) => {
    // Of the identifier of the system nothing is needed.
    expect(readPoint(text.replace('SRID=4326;', ''))).toEqual({ lat: 50.0617, lng: 19.9373 });
  });

  it.each(['ul. Długa 12, 3', '50.0617', '1, 2, 3', ''])('an address is none: %s', (text) => {
    expect(readPoint(text)).toBeNull();
  });

  it('knows exchanged columns by where the country lies', () => {
    expect(pointOf(19.9373, 50.0617)).toEqual({ lat: 50.0617, lng: 19.9373 });
    expect(pointOf(40.7128, -74.006)).toEqual({ lat: 40.7128, lng: -74.006 });
  });

  it('turns metres of both Polish systems into degrees, in either order', () => {
    const [north, east] = [0.9993 * 5_763_343.55 - 5_300_000, 500_000];
    for (const point of [pointOf(north, east), pointOf(east, north)]) {
      expect(point?.lat).toBeCloseTo(52, 5);
      expect(point?.lng).toBeCloseTo(19, 6);
    }
    // The same spot of the market square in both.
    const [a, b] = [pointOf(5_547_823, 7_423_914), pointOf(244_136, 567_154)];
    expect(a?.lat).toBeCloseTo(b?.lat ?? 0, 2);
    expect(a?.lng).toBeCloseTo(b?.lng ?? 0, 2);
  });

  it('takes nothing for zeros and for what is no place', () => {
    expect(pointOf(0, 0)).toBeNull();
    expect(pointOf(1234, 5678)).toBeNull();
  });
});
