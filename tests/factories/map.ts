import { GET as map } from '#app/api/map/route.ts';
import { db } from '#lib/platform/db.ts';
import { WRONG_CELLS, WRONG_POINTS } from './map-sums.ts';
import { callRoute } from './request.ts';

/** Kraków with room around it. */
export const CITY = '19.7,49.9,20.3,50.2';

type Feature = {
  geometry: { type: 'Point'; coordinates: [lng: number, lat: number] };
  properties: { count?: number; reference?: string; title?: string; [name: string]: unknown };
};
type Collection = { type: 'FeatureCollection'; bbox: number[]; unplaced: number; features: Feature[] };

/** Asks the map as a program does: `more` as it stands in an address. */
export async function askMap(zoom: number, more = '', bbox = CITY): Promise<Collection> {
  const response = await callRoute(map, `/api/map?bbox=${bbox}&zoom=${zoom}${more && `&${more}`}`);
  if (!response.ok) throw new Error(`map: ${response.status} ${await response.text()}`);
  return response.json();
}

/** How many cases all marks stand for. */
export function sumOf({ features }: Pick<Collection, 'features'>): number {
  return features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0);
}

export const wrongPoints = (): Promise<unknown[]> => db.$queryRawUnsafe(WRONG_POINTS);
export const wrongCells = (): Promise<unknown[]> => db.$queryRawUnsafe(WRONG_CELLS);
