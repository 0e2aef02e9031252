/** A point on earth, WGS84 degrees. */
export type Point = { lat: number; lng: number };

/** A closed ring of `[lng, lat]` pairs, as in GeoJSON. */
export type Ring = readonly (readonly [lng: number, lat: number])[];

export type Box = { west: number; south: number; east: number; north: number };

const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres. */
export function haversine(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function boxOf(ring: Ring): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lng, lat] of ring) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

export function inBox({ lat, lng }: Point, box: Box): boolean {
  return lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;
}

/** Even-odd rule. A point exactly on an edge may fall on either side. */
export function inRing({ lat, lng }: Point, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[j]!;
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Metres from a point to the nearest edge of a ring, on a plane laid at the point: exact enough for a city. */
export function distanceToRing(point: Point, ring: Ring): number {
  const kx = METRES_PER_DEGREE * Math.cos(radians(point.lat));
  let nearest = Infinity;
  for (let i = 1; i < ring.length; i += 1) {
    const [lng1, lat1] = ring[i - 1]!;
    const [lng2, lat2] = ring[i]!;
    const ax = (lng1 - point.lng) * kx;
    const ay = (lat1 - point.lat) * METRES_PER_DEGREE;
    const dx = (lng2 - lng1) * kx;
    const dy = (lat2 - lat1) * METRES_PER_DEGREE;
    const length2 = dx * dx + dy * dy;
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2));
    nearest = Math.min(nearest, Math.hypot(ax + t * dx, ay + t * dy));
  }
  return nearest;
}

/** Half way between two points that lie in one city. */
export function midpoint(a: Point, b: Point): Point {
  return { lat: (a.lat + b.lat) / 2, lng: (a.lng + b.lng) / 2 };
}
