import { fold } from '#lib/platform/stem.ts';

/** Longer questions are cut: nobody types them, and hostile input stays cheap. */
const MAX_QUERY = 200;
const MAX_WORDS = 8;

/** Words that say what kind of place is meant, or lead up to it: they help when they match and never hinder. */
const OPTIONAL = new Set(
  fold(`ul ulica ulicy al aleja alei aleje os osiedle osiedlu pl plac placu przy kolo obok na w we i z nr numer
   krakow krakowie rog skrzyzowanie skrzyzowaniu
   przystanek przystanku wiata wiacie petla petli tramwajowy tramwajowym autobusowy autobusowym
   street st avenue ave road square near by next to opposite corner of at in on the junction district estate
   stop bus tram
   вул вулиця вулиці пл площа площі алея алеї проспект осєдле біля поруч навпроти на в у і з ріг перехрестя район
   зупинка зупинці трамвайна трамвайній автобусна автобусній краків кракові`).split(/\s+/),
);

/** Abbreviations of titles in street names, and how the full word begins. */
const TITLES: Record<string, string> = {
  sw: 'swiet',
  plk: 'pulkownik',
  dr: 'doktor',
  mjr: 'major',
  kpt: 'kapitan',
};

const HOUSE = /^\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?)?$/;
const POSTCODE = /^\d{2}-\d{3}$/;
const SPLIT = /[^\p{L}\p{N}/-]+/u;

export type QueryWords = {
  /** Words that must match, folded. */
  required: string[];
  /** Words that only add to the score. */
  optional: string[];
  /** Numbers as typed, in order: part of a name (`29 Listopada`) or a house number. */
  numbers: string[];
};

/** Splits what a person typed into the words of a name, helpful words and numbers. */
export function readQuery(typed: string): QueryWords {
  const result: QueryWords = { required: [], optional: [], numbers: [] };
  let houseSeen = false;
  for (const raw of typed.slice(0, MAX_QUERY).split(SPLIT)) {
    const word = fold(raw);
    if (!word || POSTCODE.test(word)) continue;
    if (HOUSE.test(word)) {
      result.numbers.push(raw);
      houseSeen ||= result.required.length > 0;
      continue;
    }
    for (const part of word.split(/[/-]+/).filter(Boolean)) {
      // What follows a house number (`m. 4`, `klatka 2`) says where in the house.
      const target = houseSeen || OPTIONAL.has(part) ? result.optional : result.required;
      if (target.length < MAX_WORDS) target.push(TITLES[part] ?? part);
    }
  }
  // `Aleja` alone is still a question.
  if (result.required.length === 0 && result.numbers.length === 0) {
    result.required = result.optional.splice(0);
  }
  return result;
}

const CROSSING = /\s(?:i|x|z|róg|rog|and|at|і|й|та|ріг)\s|[/&]/iu;

/** The two streets of a crossing (`Długa i Basztowa`, `Długa / Basztowa`); null when it cannot be one. */
export function readCrossing(typed: string): [string, string] | null {
  const parts = typed.slice(0, MAX_QUERY).split(CROSSING);
  if (parts.length !== 2) return null;
  const [first, second] = parts as [string, string];
  return /\p{L}{2}/u.test(first) && /\p{L}{2}/u.test(second) ? [first, second] : null;
}
