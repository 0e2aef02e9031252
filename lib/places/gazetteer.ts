import { words as wordsOf } from '#lib/platform/stem.ts';
import { haversine, midpoint, type Point } from './geometry.ts';
import { readCrossing, readQuery } from './query-words.ts';
import { isCyrillic, Sounds } from './sound.ts';
import { Vocabulary } from './vocabulary.ts';

export type GazetteerEntry = {
  name: string;
  /** street, stop, neighbourhood, district, park, landmark */
  type: string;
  lat: number | null;
  lng: number | null;
  district: number | null;
};

/** One answer of the place search. `address` and `crossing` are approximate: the point of the street, or between two. */
export type PlaceHit = Point & { label: string; type: string; district: number | null };

/** A name for completing an address; streets without a point are here too. */
export type PlaceName = {
  label: string;
  type: string;
  lat: number | null;
  lng: number | null;
  district: number | null;
};

const MOST = 10;
const LEAST_SCORE = 0.35;
const TYPE_BONUS: Record<string, number> = {
  street: 0.06,
  district: 0.05,
  neighbourhood: 0.04,
  park: 0.04,
  landmark: 0.04,
};
const LAST_WORD = 0.06;
const FIRST_WORD = 0.05;
const HELPFUL_WORD = 0.08;
const NAME_COVERED = 0.25;
const HAS_POINT = 0.05;
const NUMBER_WITHOUT_HOUSE = -0.3;
/** Approximate points farther apart than this cannot be two streets that cross. */
const CROSSING_MAX_M = 2_500;

type Indexed = GazetteerEntry & { words: string[] };
type Found = { entry: Indexed; score: number; house: string | null };

/** The names of the city in memory: streets, stops, estates, districts, parks. */
export class Gazetteer {
  readonly #entries: Indexed[];
  readonly #byWord = new Map<string, number[]>();
  readonly #vocabulary: Vocabulary;
  readonly #sounds: Sounds;

  constructor(entries: readonly GazetteerEntry[]) {
    this.#entries = entries.map((entry) => ({ ...entry, words: wordsOf(entry.name) }));
    this.#entries.forEach(({ words }, index) => {
      for (const word of new Set(words)) {
        const list = this.#byWord.get(word);
        if (list) list.push(index);
        else this.#byWord.set(word, [index]);
      }
    });
    this.#vocabulary = new Vocabulary(this.#byWord.keys());
    this.#sounds = new Sounds(entries.flatMap(({ name }) => writtenWords(name)));
  }

  /** Places with a point, best first, at most ten. */
  search(typed: string): PlaceHit[] {
    const hits = this.#find(typed).flatMap((found) => toHit(found) ?? []);
    if (hits.length === 0) return this.#crossing(typed);
    return hits.slice(0, MOST);
  }

  /** Names for completing an address, best first, at most ten. */
  complete(typed: string): PlaceName[] {
    return this.#find(typed)
      .slice(0, MOST)
      .map(({ entry: { lat, lng, type, district, name }, house }) => ({
        label: house ? `${name} ${house}` : name,
        type: house ? 'address' : type,
        lat,
        lng,
        district,
      }));
  }

  /** The nearest place of these types within `metres`, with its distance. */
  nearest(
    point: Point,
    types: readonly string[],
    metres: number,
  ): { entry: GazetteerEntry; distance: number } | null {
    let best: { entry: GazetteerEntry; distance: number } | null = null;
    for (const entry of this.#entries) {
      if (entry.lat === null || entry.lng === null || !types.includes(entry.type)) continue;
      const distance = haversine(point, { lat: entry.lat, lng: entry.lng });
      if (distance <= metres && (!best || distance < best.distance)) best = { entry, distance };
    }
    return best;
  }

  #crossing(typed: string): PlaceHit[] {
    const halves = readCrossing(typed);
    if (!halves) return [];
    const streets = halves.map((half) =>
      this.#find(half).find(({ entry }) => entry.type === 'street' && hasPoint(entry)),
    );
    const [first, second] = streets;
    if (!first || !second || first.entry === second.entry) return [];
    const [a, b] = [pointOf(first.entry), pointOf(second.entry)];
    if (!a || !b || haversine(a, b) > CROSSING_MAX_M) return [];
    const district = first.entry.district === second.entry.district ? first.entry.district : null;
    // An address is Polish in every language: whoever goes there reads it on the street's sign.
    const label = `${first.entry.name} i ${second.entry.name}`;
    return [{ label, ...midpoint(a, b), type: 'crossing', district }];
  }

  #find(typed: string): Found[] {
    const { required, optional, numbers } = readQuery(typed);
    // Without a word there is only a number, and that is part of a name: `29`.
    const must = required.length > 0 ? required : numbers.splice(0);
    if (must.length === 0) return [];
    const wanted = must.map((word) => this.#meant(word));
    const helpful = optional.map((word) => this.#meant(word));
    const found: Found[] = [];
    for (const index of this.#candidates(wanted)) {
      const hit = score(this.#entries[index]!, wanted, helpful, numbers);
      if (hit && hit.score >= LEAST_SCORE) found.push(hit);
    }
    return found.sort(
      (a, b) =>
        b.score - a.score || compare(a.entry.name, b.entry.name) || compare(a.entry.type, b.entry.type),
    );
  }

  /** Words of names that a typed one may mean → quality 0..1. */
  #meant(word: string): Map<string, number> {
    return isCyrillic(word) ? this.#sounds.matches(word) : this.#vocabulary.matches(word);
  }

  /** Entries that have at least the rarest of the wanted words. */
  #candidates(wanted: Map<string, number>[]): Set<number> {
    let best: Set<number> | null = null;
    for (const words of wanted) {
      const entries = new Set<number>();
      for (const word of words.keys()) for (const index of this.#byWord.get(word) ?? []) entries.add(index);
      if (!best || entries.size < best.size) best = entries;
    }
    return best ?? new Set();
  }
}

/** The words of a name with their accents, each beside its folded form. */
function writtenWords(name: string): [string, string][] {
  return (name.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [word, wordsOf(word).join('')]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hasPoint(entry: GazetteerEntry): boolean {
  return entry.lat !== null && entry.lng !== null;
}

function pointOf({ lat, lng }: GazetteerEntry): Point | null {
  return lat === null || lng === null ? null : { lat, lng };
}

function toHit({ entry, house }: Found): PlaceHit | null {
  const point = pointOf(entry);
  if (!point) return null;
  const { name, type, district } = entry;
  return { label: house ? `${name} ${house}` : name, ...point, type: house ? 'address' : type, district };
}

/** The best fit of each wanted word to a word of the name, each of which is used once. Null when one does not fit. */
function score(
  entry: Indexed,
  wanted: Map<string, number>[],
  helpful: Map<string, number>[],
  numbers: string[],
): Found | null {
  const used = new Set<number>();
  let quality = 0;
  let bonus = TYPE_BONUS[entry.type] ?? 0;
  for (const words of wanted) {
    const best = bestWord(entry.words, words, used);
    if (!best) return null;
    used.add(best.at);
    quality += best.quality;
    if (best.at === entry.words.length - 1) bonus += LAST_WORD;
    else if (best.at === 0) bonus += FIRST_WORD;
  }
  for (const words of helpful) {
    const best = bestWord(entry.words, words, used);
    if (!best) continue;
    used.add(best.at);
    bonus += HELPFUL_WORD * best.quality;
  }
  const house = houseNumber(entry, numbers, used);
  if (house && entry.type !== 'street') bonus += NUMBER_WITHOUT_HOUSE;
  if (hasPoint(entry)) bonus += HAS_POINT;
  const covered = used.size / entry.words.length;
  const total = quality / wanted.length + bonus + NAME_COVERED * covered;
  return { entry, score: total, house: entry.type === 'street' ? house : null };
}

function bestWord(words: string[], qualities: Map<string, number>, used: Set<number>) {
  let best: { at: number; quality: number } | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const quality = qualities.get(words[at]!);
    if (quality !== undefined && !used.has(at) && (!best || quality > best.quality)) best = { at, quality };
  }
  return best;
}

/** The first number that is not part of the name itself (`29 Listopada`), as typed. */
function houseNumber(entry: Indexed, numbers: string[], used: Set<number>): string | null {
  for (const number of numbers) {
    const at = entry.words.indexOf(number.toLowerCase());
    if (at === -1 || used.has(at)) return number;
    used.add(at);
  }
  return null;
}
