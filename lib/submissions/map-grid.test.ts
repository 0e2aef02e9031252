import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cellsIn,
  gridBox,
  joinClose,
  latOf,
  levelOf,
  levelWithin,
  lngOf,
  readBbox,
  stripsIn,
  wholeCells,
  xOf,
  yOf,
} from './map-grid.ts';

const CITY = gridBox([19.75, 49.95, 20.25, 50.15]);

describe('the map of the world', () => {
  it('gives a place back to a tenth of a metre', () => {
    for (const [lng, lat] of [
      [19.9373, 50.0617],
      [20.2173, 49.9676],
      [-180, -85],
      [179.999999, 85],
    ] as const) {
      expect(lngOf(xOf(lng))).toBeCloseTo(lng, 5);
      expect(latOf(yOf(lat))).toBeCloseTo(lat, 5);
    }
  });

  it('has its beginning in the north-west, its end in the south-east, and nothing beyond', () => {
    const end = 2 ** 30 - 1;
    expect([xOf(-180), xOf(180), xOf(-999), xOf(999)]).toEqual([0, end, 0, end]);
    // The square map ends at 85.0511 degrees, within a few hundred parts.
    expect(yOf(90)).toBe(yOf(85.0511));
    expect(yOf(90)).toBeLessThan(1000);
    expect(yOf(-90)).toBeGreaterThan(end - 1000);
  });

  it('cuts cells of 64 pixels', () => {
    // At zoom 12 the world is 256 · 2^12 pixels wide.
    expect(2 ** levelOf(12)).toBe((256 * 2 ** 12) / 64);
    expect(levelOf(12.9)).toBe(levelOf(12));
  });
});

describe('an area', () => {
  it.each([
    ['19.8,50,20.1,50.1', [19.8, 50, 20.1, 50.1]],
    [' -1.5 , -2 , 3 , 4 ', [-1.5, -2, 3, 4]],
    ['20.1,50,19.8,50.1', null],
    ['19.8,50.1,20.1,50', null],
    ['19.8,50,19.8,50.1', null],
    ['19.8,50,20.1', null],
    ['19.8,50,20.1,50.1,3', null],
    ['19.8,50,20.1,91', null],
    ['-181,50,20.1,51', null],
    ['a,b,c,d', null],
    ['NaN,50,20,51', null],
    ['1e1,50,20,51', null],
    ['', null],
    [undefined, null],
    [['19.8,50,20.1,50.1', '19.8,50,20.1,50.1'], null],
  ])('is read from %o', (text, expected) => {
    expect(readBbox(text)).toEqual(expected);
  });

  it('grown to whole cells holds itself, and less than a cell more on each side', () => {
    for (const level of [12, 15, 17]) {
      const whole = wholeCells(CITY, level);
      const size = 2 ** (30 - level);
      expect(CITY.west - whole.west).toBeGreaterThanOrEqual(0);
      expect(CITY.west - whole.west).toBeLessThan(size);
      expect(whole.south - CITY.south).toBeGreaterThanOrEqual(0);
      expect(whole.south - CITY.south).toBeLessThan(size);
      expect(cellsIn(whole, level)).toEqual(cellsIn(CITY, level));
    }
  });

  it('has no more cells than can be drawn, whatever zoom is asked for', () => {
    const level = levelWithin(CITY, levelOf(19), 4096, 12);
    const { west, north, east, south } = cellsIn(CITY, level);
    expect((east - west + 1) * (south - north + 1)).toBeLessThanOrEqual(4096);
    expect(levelWithin(CITY, levelOf(11), 4096, 12)).toBe(13);
    expect(levelWithin(gridBox([-180, -85, 180, 85]), 21, 4096, 12)).toBe(12);
  });

  it('is looked up by its strips, but not a whole continent', () => {
    const strips = stripsIn(CITY) ?? [];
    expect(strips.length).toBeGreaterThan(150);
    expect([strips[0], strips.at(-1)]).toEqual([CITY.west >> 13, CITY.east >> 13]);
    expect(stripsIn(gridBox([0, 40, 30, 60]))).toBeNull();
  });
});

function cell(lng: number, lat: number, count: number): Cell {
  const [x, y] = [xOf(lng), yOf(lat)];
  return { x, y, count, sumX: x * count, sumY: y * count, number: '7' };
}

describe('marks that would lie on each other', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    cell(19.8 + (i % 20) * 0.003, 50 + (i / 20) * 0.002, 1 + (i % 7)),
  );

  it('become one, and nothing is lost', () => {
    const total = many.reduce((sum, { count }) => sum + count, 0);
    for (const zoom of [8, 10, 12, 14, 16, 18]) {
      const joined = joinClose(many, zoom);
      expect(joined.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
  });

  it('stay apart where a finger can tell them apart', () => {
    expect(joinClose(many, 19)).toHaveLength(400);
    expect(joinClose(many, 8).length).toBeLessThan(joinClose(many, 12).length);
  });

  it('stand in the middle of all their cases', () => {
    const [one] = joinClose([cell(19.9, 50.05, 3), cell(19.9004, 50.05, 1)], 12);
    expect(one?.count).toBe(4);
    expect(lngOf((one?.sumX ?? 0) / 4)).toBeCloseTo(19.9001, 5);
  });

  it('leave what they were given as it was', () => {
    const given = [cell(19.9, 50.05, 3), cell(19.9004, 50.05, 1)];
    const before = structuredClone(given);
    joinClose(given, 10);
    expect(given).toEqual(before);
  });
});
