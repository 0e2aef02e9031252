import { GET as map } from '#app/api/map/route.ts';
import { db } from '#lib/platform/db.ts';
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

/** Points that are not where, or as, the cases are: none at any moment. */
export async function wrongPoints(): Promise<unknown[]> {
  const columns = `"submissionId", "kind", "status", "categoryCode", "departmentCode", "districtNumber", "receivedAt", "x", "y"`;
  const source = `SELECT ${columns} FROM "MapSource"`;
  const points = `SELECT ${columns} FROM "MapPoint"`;
  return db.$queryRawUnsafe(`(${source} EXCEPT ${points}) UNION ALL (${points} EXCEPT ${source})`);
}

/** Cells that, with what is noted for them, are not the sums of their points: none at any moment. */
export async function wrongCells(): Promise<unknown[]> {
  return db.$queryRaw`
    SELECT level, key, x, y, sum(n) AS n FROM (
      SELECT "level" AS level, "key" AS key, "x" AS x, "y" AS y, "count" AS n, "sumX" AS sx, "sumY" AS sy,
        "sumNumber" AS sn FROM "MapCell"
      UNION ALL
      SELECT level, key, coalesce(p.x >> (30 - level), -1), coalesce(p.y >> (30 - level), -1), p.n,
        p.n * coalesce(p.x, 0)::bigint, p.n * coalesce(p.y, 0)::bigint, p.n * p.number
      FROM (SELECT "sign" AS n, "keys" AS keys, "x" AS x, "y" AS y, "number" AS number FROM "MapDelta"
            UNION ALL SELECT -1, "map_keys"(p), p."x", p."y", p."number" FROM "MapPoint" p) p,
        unnest(p.keys) AS key, unnest(ARRAY[0, 12, 13, 14, 15, 16, 17]) AS level
      WHERE level = 0 OR p.x IS NOT NULL
    ) each
    GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(sx) <> 0 OR sum(sy) <> 0 OR sum(sn) <> 0`;
}
