import { completeAddress, locate, nearestNamedPlace, searchPlaces } from '#lib/places/queries.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { PlaceSource } from '#lib/submissions/words.ts';
import type { DraftPlace, PendingPlace, PlaceCandidate } from './draft-data.ts';
import type { PlaceInput } from './schema.ts';

/** What an answer to "Gdzie to jest?" comes to: a place, none (where none is needed), or a choice to be made. */
export type ResolvedPlace = { place: DraftPlace | null } | { pending: PendingPlace };

type Context = { required: boolean; pending: PendingPlace | undefined };

const MOST_CANDIDATES = 6;

/**
 * Understands where it is. A point outside the city is refused; a name the search does not know is kept as it was
 * written, because a person in the street knows better than a gazetteer. Throws INVALID with the field to correct.
 */
export async function resolvePlace(input: PlaceInput, context: Context): Promise<ResolvedPlace> {
  if (input.choice !== undefined && context.pending) return choose(input.choice, context.pending);
  if (input.lat !== undefined && input.lng !== undefined && !isStale(input)) {
    return { place: await atPoint(input, input.lat, input.lng) };
  }
  if (input.way === 'words' && input.description) return { place: described(input, 'WORDS') };
  const nearby = input.way === 'nearby' && input.nearby;
  const typed = nearby || input.address || input.nearby;
  if (typed) return byName(typed, nearby || !input.address ? 'NEARBY' : 'ADDRESS', input);
  if (input.description) return { place: described(input, 'WORDS') };
  if (input.way) throw new AppError('INVALID', { fields: MISSING[input.way] });
  if (context.required) throw new AppError('INVALID', { fields: { address: ['validation.placeRequired'] } });
  return { place: null };
}

const MISSING = {
  nearby: { nearby: ['validation.placeNearby'] },
  words: { description: ['validation.placeWords'] },
  here: { here: ['validation.placeHere'] },
  map: { map: ['validation.placeMap'] },
};

/** The point was set for another name than the one that stands there now. */
function isStale({ pinned, way, address, nearby }: PlaceInput): boolean {
  return pinned !== undefined && pinned !== ((way === 'nearby' ? nearby : address) ?? '');
}

const SOURCE_OF_WAY = { nearby: 'NEARBY', here: 'DEVICE', map: 'MAP', words: 'MAP' } as const;

async function atPoint(input: PlaceInput, lat: number, lng: number): Promise<DraftPlace> {
  const found = await locate(lat, lng);
  if (!found.inCity) {
    throw new AppError('INVALID', { fields: { address: ['validation.placeOutside'] } });
  }
  const written = (input.way === 'nearby' ? input.nearby : undefined) ?? input.address ?? null;
  const source: PlaceSource = input.way ? SOURCE_OF_WAY[input.way] : written ? 'ADDRESS' : 'MAP';
  return {
    lat,
    lng,
    precision: input.approximate ? 'APPROXIMATE' : 'EXACT',
    source,
    address: written,
    description: input.description ?? null,
    district: found.district,
    near: await nameNear(lat, lng, written),
  };
}

/** A name near the point, unless the address says it already. */
async function nameNear(lat: number, lng: number, written: string | null): Promise<string | null> {
  const near = await nearestNamedPlace(lat, lng);
  if (!near) return null;
  return written?.toLowerCase().includes(near.label.toLowerCase()) ? null : near.label;
}

function described(
  { address, nearby, description }: Pick<PlaceInput, 'address' | 'nearby' | 'description'>,
  source: PlaceSource,
): DraftPlace {
  return {
    lat: null,
    lng: null,
    precision: 'DESCRIBED',
    source,
    address: address ?? nearby ?? null,
    description: description ?? null,
    district: null,
    near: null,
  };
}

async function byName(
  typed: string,
  source: 'ADDRESS' | 'NEARBY',
  input: PlaceInput,
): Promise<ResolvedPlace> {
  const description = input.description ?? null;
  const candidates = await findByName(typed);
  const exact = candidates.filter((one) => sameName(one.label, typed));
  const [only] = exact.length > 0 ? exact : candidates;
  if (!only)
    return {
      place: described({ address: typed, nearby: undefined, description: input.description }, source),
    };
  if (exact.length === 1 || candidates.length === 1) {
    return { place: await fromCandidate(only, typed, source, description) };
  }
  return { pending: { typed, description, source, candidates: candidates.slice(0, MOST_CANDIDATES) } };
}

async function findByName(typed: string): Promise<PlaceCandidate[]> {
  const names = await completeAddress(typed);
  return names.length > 0 ? names : searchPlaces(typed);
}

/** `ul. Długa 12` and `Długa 12` are one name. */
function sameName(label: string, typed: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^(?:ul\.|ulica|al\.|aleja|pl\.|plac|os\.|osiedle)\s+/, '')
      .replace(/[\s,.]+/g, ' ')
      .trim();
  return plain(label) === plain(typed);
}

async function fromCandidate(
  found: PlaceCandidate,
  typed: string,
  source: 'ADDRESS' | 'NEARBY',
  description: string | null,
): Promise<DraftPlace> {
  const address = sameName(found.label, typed) ? typed : found.label;
  if (found.lat === null || found.lng === null) {
    return {
      ...described({ address, nearby: undefined, description: description ?? undefined }, source),
      district: found.district,
    };
  }
  const place = { lat: found.lat, lng: found.lng, address, description, source };
  const { district } = await locate(found.lat, found.lng);
  const near = await nameNear(found.lat, found.lng, address);
  return { ...place, precision: 'APPROXIMATE', district: district ?? found.district, near };
}

async function choose(choice: string, pending: PendingPlace): Promise<ResolvedPlace> {
  const { typed, source, description } = pending;
  if (choice === 'typed') {
    return {
      place: described({ address: typed, nearby: undefined, description: description ?? undefined }, source),
    };
  }
  const found = /^\d$/.test(choice) ? pending.candidates[Number(choice)] : undefined;
  if (!found) throw new AppError('INVALID', { fields: { choice: ['validation.placeChoice'] } });
  return { place: await fromCandidate(found, typed, source, description) };
}
