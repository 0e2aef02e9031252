import {
  type Box,
  boxOf,
  distanceToRing,
  haversine,
  inBox,
  inRing,
  type Point,
  type Ring,
} from './geometry.ts';

export type DistrictShape = Point & { number: number; roman: string; name: string; outline: Ring };

/** Outlines are approximate, so a point this far outside still counts as Kraków. */
const OUTSIDE_TOLERANCE_M = 300;

export type CityPlace = {
  /** The district that contains the point, or the nearest one when the point is within the tolerance; else null. */
  district: number | null;
  /** Metres outside the city; 0 inside. */
  distance: number;
  /** Inside, or outside by no more than the tolerance. */
  inCity: boolean;
};

type Indexed = DistrictShape & { box: Box };

/** Answers where a point lies, from outlines held in memory. */
export class DistrictIndex {
  readonly #districts: Indexed[];

  constructor(districts: readonly DistrictShape[]) {
    this.#districts = districts.map((district) => ({ ...district, box: boxOf(district.outline) }));
  }

  /** The district whose outline contains the point. Where simplified outlines overlap, the nearer centroid wins. */
  containing(point: Point): number | null {
    let best: Indexed | null = null;
    for (const district of this.#districts) {
      if (!inBox(point, district.box) || !inRing(point, district.outline)) continue;
      if (!best || haversine(point, district) < haversine(point, best)) best = district;
    }
    return best?.number ?? null;
  }

  /** Where the point lies, with the tolerance of the outlines. A point that is not a number is outside. */
  locate(point: Point): CityPlace {
    if (!Number.isFinite(point.lat) || !Number.isFinite(point.lng)) {
      return { district: null, distance: Infinity, inCity: false };
    }
    const inside = this.containing(point);
    if (inside !== null) return { district: inside, distance: 0, inCity: true };
    let nearest: { number: number | null; distance: number } = { number: null, distance: Infinity };
    for (const { number, outline } of this.#districts) {
      const distance = distanceToRing(point, outline);
      if (distance < nearest.distance) nearest = { number, distance };
    }
    const inCity = nearest.distance <= OUTSIDE_TOLERANCE_M;
    return { district: inCity ? nearest.number : null, distance: nearest.distance, inCity };
  }

  centroid(number: number): Point | null {
    const found = this.#districts.find((district) => district.number === number);
    return found ? { lat: found.lat, lng: found.lng } : null;
  }
}
