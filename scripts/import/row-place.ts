import { locate } from '#lib/places/queries.ts';
import { cut } from '#lib/platform/cut.ts';
import type { ImportedPlace } from '#lib/submissions/imported.ts';
import type { Directory } from './directory.ts';
import { type Point, pointOf, readCoordinate, readPoint } from './points.ts';
import type { FieldRow } from './row.ts';

const LONGEST_ADDRESS = 300;
const LONGEST_DESCRIPTION = 500;

/** Where a case is: its point when that lies in the city, else the words for it. Null when nothing is known. */
export async function placeOf(fields: FieldRow, directory: Directory): Promise<ImportedPlace | null> {
  const address = cut(fields.get('address'), LONGEST_ADDRESS) || null;
  const description = cut(fields.get('place'), LONGEST_DESCRIPTION) || null;
  const named = districtNamed(fields, directory);
  const point = rowPoint(fields);
  const found = point && (await locate(point.lat, point.lng));
  if (point && found?.inCity) {
    const districtNumber = found.district ?? named;
    return { ...point, precision: 'EXACT', source: 'MAP', address, description, districtNumber };
  }
  if (point) fields.note('The point lies outside the city and was left out; the address stays.');
  if (!address && !description && named === null) return null;
  return {
    lat: null,
    lng: null,
    precision: 'DESCRIBED',
    source: 'WORDS',
    address,
    description,
    districtNumber: named,
  };
}

function districtNamed(fields: FieldRow, directory: Directory): number | null {
  const word = fields.get('district');
  if (!word) return null;
  const number = directory.district(word);
  if (number === null) fields.note(`The district "${word}" is none of ours and was left out.`);
  return number;
}

function rowPoint(fields: FieldRow): Point | null {
  const [lat, lng, both] = [fields.get('lat'), fields.get('lng'), fields.get('point')];
  if (lat && lng) {
    const [north, east] = [readCoordinate(lat), readCoordinate(lng)];
    if (north !== null && east !== null) return pointOf(north, east);
    fields.note('The coordinates could not be read and were left out.');
    return null;
  }
  const point = both ? readPoint(both) : null;
  if (both && !point) fields.note('The coordinates could not be read and were left out.');
  return point && pointOf(point.lat, point.lng);
}
