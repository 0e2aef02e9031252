import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDistricts, readGazetteer } from '#prisma/seed/files.ts';
import { DistrictIndex } from './districts.ts';
import { distanceToRing, haversine, inRing } from './geometry.ts';

const figures = readDistricts();
const index = new DistrictIndex(figures);
const nearest = (lat: number, lng: number) =>
  Math.min(...figures.map((one) => distanceToRing({ lat, lng }, one.outline)));

describe('districts', () => {
  it('has eighteen closed outlines', () => {
    expect(figures.map((one) => one.number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    for (const one of figures) expect(one.outline.at(-1), one.name).toEqual(one.outline[0]);
  });

  it.each([
    ['Rynek Główny', 50.0617, 19.9373, 1],
    ['Plac Centralny', 50.0722, 20.0375, 18],
    ['Podgórze, Rynek', 50.0441, 19.9493, 13],
    ['Tyniec', 50.0157, 19.809, 8],
    ['Rondo Mogilskie', 50.0658, 19.9592, 2],
  ])('%s', (_name, lat, lng, number) =>
    expect(index.locate({ lat, lng })).toEqual({ district: number, distance: 0, inCity: true }),
  );

  it('agrees with the district of nearly every known place', () => {
    const known = readGazetteer().filter(
      (one) => one.lat !== null && one.district !== null && one.type !== 'district',
    );
    const right = known.filter(
      (one) => index.locate({ lat: one.lat!, lng: one.lng! }).district === one.district,
    );
    expect(right.length / known.length).toBeGreaterThan(0.97);
    const landmarks = known.filter((one) => ['park', 'landmark'].includes(one.type));
    for (const one of landmarks) expect(right, one.name).toContain(one);
  });

  it('takes up to 300 m outside the city with the nearest district, and no more', () => {
    const south = figures.flatMap((one) => one.outline).reduce((a, b) => (b[1] < a[1] ? b : a));
    const metres = (m: number) => ({ lng: south[0], lat: south[1] - m / 111_195 });
    expect(index.locate(metres(250))).toMatchObject({ district: 10, inCity: true });
    expect(index.locate(metres(250)).distance).toBeCloseTo(250, -1);
    expect(index.locate(metres(350))).toMatchObject({ district: null, inCity: false });
    expect(index.locate({ lat: 52.23, lng: 21.01 })).toMatchObject({ district: null, inCity: false });
  });

  it('answers anything', () => {
    const any = fc.record({ lat: fc.double(), lng: fc.double() });
    fc.assert(
      fc.property(any, (point) => {
        const { district, inCity } = index.locate(point);
        expect(inCity).toBe(district !== null);
      }),
    );
  });

  it('is inside exactly where it says that the distance is 0', () => {
    const near = fc.record({
      lat: fc.double({ min: 49.95, max: 50.15, noNaN: true }),
      lng: fc.double({ min: 19.75, max: 20.25, noNaN: true }),
    });
    fc.assert(
      fc.property(near, (point) => {
        const place = index.locate(point);
        const inside = figures.some((one) => inRing(point, one.outline));
        expect(place.distance === 0).toBe(inside);
        if (!inside) expect(place.distance).toBeCloseTo(nearest(point.lat, point.lng), 6);
      }),
    );
  });

  it('knows the centroid of a district', () => {
    expect(index.centroid(1)).toEqual({ lat: 50.06314, lng: 19.94107 });
    expect(index.centroid(99)).toBeNull();
  });

  it('measures a known distance', () => {
    expect(haversine({ lat: 50.0617, lng: 19.9373 }, { lat: 50.0722, lng: 20.0375 })).toBeCloseTo(7245, -2);
  });
});
