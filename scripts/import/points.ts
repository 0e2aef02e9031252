export type Point = { lat: number; lng: number };

const NUMBER = /[-+]?\d+(?:[.,]\d+)?/g;

/** A single coordinate, with a decimal point or comma; null when it is none. */
export function readCoordinate(text: string): number | null {
  const plain = text.replace(/[\s\u00a0°]/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Two coordinates in one cell: `50.06, 19.94`, `(50,06; 19,94)`, `POINT (19.94 50.06)`. */
export function readPoint(text: string): Point | null {
  const numbers = text.match(NUMBER)?.map((each) => Number(each.replace(',', '.'))) ?? [];
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) return null;
  const letters = text.replace(NUMBER, '').replace(/[\s(),;[\]{}":|°]/g, '');
  if (!/^(point|lat|lng|lon|n|e|srid=\d+)*$/i.test(letters)) return null;
  return /point/i.test(text) ? pointOf(second, first) : pointOf(first, second);
}

/** Poland lies between these: enough to see that two columns were exchanged. */
const isLat = (value: number) => value >= 49 && value <= 55;
const isLng = (value: number) => value >= 14 && value <= 24.2;

/**
 * The point that two numbers mean: degrees, also when they were exchanged, or metres of the Polish systems PL-2000
 * (zone 7, EPSG 2178) and PL-1992 (EPSG 2180). Null for nothing: zeros and what is no place on earth.
 */
export function pointOf(lat: number, lng: number): Point | null {
  if (lat === 0 && lng === 0) return null;
  if (isLat(lng) && isLng(lat)) return { lat: lng, lng: lat };
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return { lat, lng };
  return fromMetres(lat, lng);
}

type Grid = { scale: number; meridian: number; east: number; north: number };
const PL_2000_ZONE_7: Grid = { scale: 0.999923, meridian: 21, east: 7_500_000, north: 0 };
const PL_1992: Grid = { scale: 0.9993, meridian: 19, east: 500_000, north: -5_300_000 };

/** By size alone; in PL-1992 the northing of the country's south is the smaller of the two. */
function fromMetres(first: number, second: number): Point | null {
  const [north, east] = first < second ? [first, second] : [second, first];
  if (north > 5_300_000 && north < 6_100_000 && east > 7_200_000 && east < 7_800_000)
    return onGlobe(north, east, PL_2000_ZONE_7);
  return north > 120_000 && east < 900_000 ? onGlobe(north, east, PL_1992) : null;
}

const AXIS = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const N = FLATTENING / (2 - FLATTENING);
const RADIUS = (AXIS / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
/** Krüger's series back from the plane, and from the conformal latitude to the geographic one. */
const BACK = [N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3, N ** 2 / 48 + N ** 3 / 15, (17 / 480) * N ** 3];
const TO_GEOGRAPHIC = [
  2 * N - (2 / 3) * N ** 2 - 2 * N ** 3,
  (7 / 3) * N ** 2 - (8 / 5) * N ** 3,
  (56 / 15) * N ** 3,
];

/** Inverse transverse Mercator projection, exact to centimetres in Poland. */
function onGlobe(north: number, east: number, grid: Grid): Point {
  const xi = (north - grid.north) / (grid.scale * RADIUS);
  const eta = (east - grid.east) / (grid.scale * RADIUS);
  let x = xi;
  let y = eta;
  BACK.forEach((factor, index) => {
    const k = 2 * (index + 1);
    x -= factor * Math.sin(k * xi) * Math.cosh(k * eta);
    y -= factor * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  const conformal = Math.asin(Math.sin(x) / Math.cosh(y));
  const lat = TO_GEOGRAPHIC.reduce(
    (sum, factor, index) => sum + factor * Math.sin(2 * (index + 1) * conformal),
    conformal,
  );
  const degrees = (radians: number) => Number(((radians * 180) / Math.PI).toFixed(6));
  return {
    lat: degrees(lat),
    lng: degrees((grid.meridian * Math.PI) / 180 + Math.atan2(Math.sinh(y), Math.cos(x))),
  };
}
