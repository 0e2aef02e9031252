type Point = { lat: number; lng: number };

/** Where a map shows the point. */
export function mapOf({ lat, lng }: Point): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=18/${lat}/${lng}`;
}

/** A way to the point, from wherever the reader is. */
export function directionsTo({ lat, lng }: Point): string {
  return `https://www.openstreetmap.org/directions?to=${lat}%2C${lng}`;
}

/** The phone's own maps, whichever the person uses. */
export function geoOf({ lat, lng }: Point): string {
  return `geo:${lat},${lng}?q=${lat},${lng}`;
}
