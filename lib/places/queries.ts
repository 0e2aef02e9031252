import { type Db, db } from '#lib/platform/db.ts';
import { memo } from '#lib/platform/memo.ts';
import { type CityPlace, DistrictIndex, type DistrictShape } from './districts.ts';
import { Gazetteer, type GazetteerEntry, type PlaceHit, type PlaceName } from './gazetteer.ts';
import { boxOf, type Point, type Ring } from './geometry.ts';

// Reference data that everyone may read: no actor is asked for.

const KEPT_MS = 10 * 60_000;
const NEAR_M = 800;
const IN_ESTATE_M = 2_500;
const SMALL_PLACES = ['stop', 'park', 'landmark'];

async function loadShapes(client: Db): Promise<DistrictShape[]> {
  const rows = await client.district.findMany({ orderBy: { number: 'asc' } });
  return rows.map((row) => ({ ...row, outline: row.outline as unknown as Ring }));
}

const shapes = memo(KEPT_MS, () => loadShapes(db));
const districts = memo(KEPT_MS, async () => new DistrictIndex(await shapes.get()));

/**
 * The index of outlines. Inside a transaction pass its client: a command that holds one of few connections must not
 * wait for another one.
 */
async function index(client: Db): Promise<DistrictIndex> {
  if (client === db) return districts.get();
  const kept = districts.peek();
  if (kept) {
    // Grown old it is renewed aside, through a connection of its own, while this transaction goes on.
    districts.get().catch(() => {});
    return kept;
  }
  const fresh = new DistrictIndex(await loadShapes(client));
  districts.keep(fresh);
  return fresh;
}

const gazetteer = memo(KEPT_MS, async () => {
  const rows: GazetteerEntry[] = await db.gazetteerPlace.findMany({
    select: { name: true, type: true, lat: true, lng: true, district: true },
  });
  return new Gazetteer(rows);
});

/** Drops what is held in memory, after the reference data changed. */
export function forgetPlaces(): void {
  shapes.forget();
  districts.forget();
  gazetteer.forget();
}

/** Where a point lies: its district (the nearest one up to 300 m outside the city), and how far outside it is. */
export async function locate(lat: number, lng: number, client: Db = db): Promise<CityPlace> {
  return (await index(client)).locate({ lat, lng });
}

/** The district's number; up to 300 m outside the city the nearest one; null farther out. */
export async function districtOf(lat: number, lng: number, client: Db = db): Promise<number | null> {
  return (await locate(lat, lng, client)).district;
}

/** Metres from the point to the city; 0 inside. */
export async function distanceToCity(lat: number, lng: number, client: Db = db): Promise<number> {
  return (await locate(lat, lng, client)).distance;
}

/** True inside Kraków and up to 300 m outside, because the outlines are approximate. */
export async function isInCity(lat: number, lng: number, client: Db = db): Promise<boolean> {
  return (await locate(lat, lng, client)).inCity;
}

/** Where a case of a sensitive category stands on the public map. */
export async function districtCentroid(number: number): Promise<Point | null> {
  return (await districts.get()).centroid(number);
}

/** Outlines of all districts, for maps; by number. */
export async function listDistrictShapes(): Promise<DistrictShape[]> {
  return shapes.get();
}

/** The area `w,s,e,n` that these districts fill; null without any. */
export async function areaOfDistricts(numbers: readonly number[]): Promise<string | null> {
  const rings = (await shapes.get()).filter(({ number }) => numbers.includes(number));
  if (rings.length === 0) return null;
  const { west, south, east, north } = boxOf(rings.flatMap(({ outline }) => outline));
  return [west, south, east, north].join(',');
}

/** A name a person knows near the point (`w pobliżu …`): a stop, park or landmark, else the neighbourhood. */
export async function nearestNamedPlace(
  lat: number,
  lng: number,
): Promise<{ label: string; type: string; distance: number } | null> {
  const names = await gazetteer.get();
  const found =
    names.nearest({ lat, lng }, SMALL_PLACES, NEAR_M) ??
    names.nearest({ lat, lng }, ['neighbourhood'], IN_ESTATE_M);
  return found && { label: found.entry.name, type: found.entry.type, distance: Math.round(found.distance) };
}

/** Place search: streets with house numbers, crossings, stops, neighbourhoods, districts. Best first, at most ten. */
export async function searchPlaces(typed: string): Promise<PlaceHit[]> {
  return (await gazetteer.get()).search(typed);
}

/** Names for completing an address, also of streets that have no point. Best first, at most ten. */
export async function completeAddress(typed: string): Promise<PlaceName[]> {
  return (await gazetteer.get()).complete(typed);
}
