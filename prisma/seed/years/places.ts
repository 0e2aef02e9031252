import { DistrictIndex } from '#lib/places/districts.ts';
import type { ImportedPlace } from '#lib/submissions/imported.ts';
import { type PlaceFigure, readDistricts, readGazetteer } from '#prisma/seed/files.ts';
import type { Chance } from './chance.ts';
import { DISTRICT_WEIGHTS } from './figures.ts';

const METRES_PER_DEGREE = 111_320;
/** Around a named place, and around what a neighbour has reported. */
const AROUND_M = 170;
const NEARBY_M = 45;
/** Without a street or a stop nobody can say where it is. */
const LEAST_PLACES = 3;

type Anchor = PlaceFigure & { lat: number; lng: number };

/** Places inside the districts, as often in each as people live there. */
export class Places {
  readonly #index: DistrictIndex;
  readonly #anchors = new Map<number, Anchor[]>();
  readonly #choices: (readonly [number, number])[];

  constructor() {
    const districts = readDistricts();
    this.#index = new DistrictIndex(districts);
    for (const place of readGazetteer()) {
      if ((place.type !== 'street' && place.type !== 'stop') || place.lat === null || place.lng === null)
        continue;
      const anchor = { ...place, lat: place.lat, lng: place.lng };
      const district = this.#index.containing(anchor);
      if (district === null) continue;
      this.#anchors.set(district, [...(this.#anchors.get(district) ?? []), anchor]);
    }
    this.#choices = districts
      .filter(({ number }) => (this.#anchors.get(number)?.length ?? 0) >= LEAST_PLACES)
      .map(({ number }) => [number, DISTRICT_WEIGHTS[number - 1] ?? 1] as const);
  }

  /** Somewhere in the city, with an address as people type it. */
  any(chance: Chance): ImportedPlace {
    const district = chance.weighted(this.#choices);
    const anchor = chance.pick(this.#anchors.get(district) ?? []);
    const point = this.#around(anchor, AROUND_M, district, chance);
    const numbered = anchor.type === 'street' && chance.happens(0.75);
    const address = numbered ? `${anchor.name} ${1 + chance.below(90)}` : anchor.name;
    const precision = numbered ? ('EXACT' as const) : ('APPROXIMATE' as const);
    const source = chance.pick(['ADDRESS', 'MAP', 'DEVICE'] as const);
    return { ...point, precision, source, address, description: null, districtNumber: district };
  }

  /** A few steps from there. */
  near({ lat, lng, districtNumber, ...rest }: ImportedPlace, chance: Chance): ImportedPlace {
    if (lat === null || lng === null || districtNumber === null) return { lat, lng, districtNumber, ...rest };
    return { ...rest, ...this.#around({ lat, lng }, NEARBY_M, districtNumber, chance), districtNumber };
  }

  #around(centre: { lat: number; lng: number }, metres: number, district: number, chance: Chance) {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const north = (chance.normal() * metres) / 2 / METRES_PER_DEGREE;
      const east =
        (chance.normal() * metres) / 2 / METRES_PER_DEGREE / Math.cos((centre.lat * Math.PI) / 180);
      const point = {
        lat: Number((centre.lat + north).toFixed(6)),
        lng: Number((centre.lng + east).toFixed(6)),
      };
      if (this.#index.containing(point) === district) return point;
    }
    return { lat: centre.lat, lng: centre.lng };
  }
}
