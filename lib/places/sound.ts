import { editDistance, forgiven } from '#lib/platform/edit-distance.ts';

/** Polish spellings in the order in which they are read; what sounds alike to a Ukrainian ear becomes one letter. */
const POLISH: readonly (readonly [RegExp, string])[] = [
  [/ch/g, 'h'],
  [/rz|[żź]/g, 'z'],
  [/sz|ś/g, 's'],
  [/cz|ć/g, 'c'],
  [/dz/g, 'z'],
  [/ó/g, 'u'],
  [/ą/g, 'on'],
  [/ę/g, 'en'],
  [/ł/g, 'l'],
  [/ń/g, 'n'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/g/g, 'h'],
];

const UKRAINIAN: Record<string, string> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'h',
    ґ: 'h',
    д: 'd',
    е: 'e',
    є: 'e',
    ж: 'z',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
  },
  ...{
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
  },
  ...{ ц: 'c', ч: 'c', ш: 's', щ: 'sc', ь: '', ю: 'u', я: 'a' },
};

const CYRILLIC = /\p{Script=Cyrillic}/u;

export const isCyrillic = (word: string) => CYRILLIC.test(word);

/** How a word sounds, whichever of the two alphabets it is in: `Grzegórzki` and `Гжегужки` are both `hzehuzki`. */
function soundOf(word: string): string {
  const lower = word.toLowerCase();
  const letters = isCyrillic(lower)
    ? [...lower].map((letter) => UKRAINIAN[letter] ?? letter).join('')
    : POLISH.reduce((text, [spelling, sound]) => text.replace(spelling, sound), lower);
  return letters
    .replace(/dz/g, 'z')
    .replace(/i(?=[aeou])/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** Endings of cases in both languages, as they sound: `Ронда Могільського` is the genitive of `Rondo Mogilskie`. */
const ENDING = /(?<=...)(oho|omu|eho|emu|oi|ei|ii|im|om|em|[aeiou])$/;

const SAME = 0.9;
const SAME_STEM = 0.8;
const PREFIX = 0.6;
const PREFIX_LENGTH = 0.25;
const SHORTEST_PREFIX = 3;
const MISHEARD = 0.5;
const MISTAKE = 0.08;

/** All words of all place names by their sound, for those who write a Polish name in Ukrainian letters. */
export class Sounds {
  readonly #words = new Map<string, string[]>();

  /** Each word with its accents, and as the vocabulary knows it. */
  constructor(pairs: Iterable<readonly [written: string, folded: string]>) {
    for (const [written, folded] of pairs) {
      const sound = soundOf(written);
      const known = this.#words.get(sound) ?? [];
      if (!known.includes(folded)) this.#words.set(sound, [...known, folded]);
    }
  }

  /** Words that the typed one may mean → quality 0..1. Other endings and mistakes count only when nothing else fits. */
  matches(typed: string): Map<string, number> {
    const wanted = soundOf(typed);
    const found = this.#rated((sound) => {
      if (sound === wanted) return SAME;
      const begins = wanted.length >= SHORTEST_PREFIX && sound.startsWith(wanted);
      return begins ? PREFIX + (PREFIX_LENGTH * wanted.length) / sound.length : 0;
    });
    if (found.size > 0) return found;
    const stem = wanted.replace(ENDING, '');
    const inflected = this.#rated((sound) => (sound.replace(ENDING, '') === stem ? SAME_STEM : 0));
    const limit = forgiven(wanted.length);
    if (inflected.size > 0 || limit === 0) return inflected;
    return this.#rated((sound) => {
      const mistakes = editDistance(wanted, sound, limit);
      return mistakes <= limit ? MISHEARD - MISTAKE * mistakes : 0;
    });
  }

  #rated(rate: (sound: string) => number): Map<string, number> {
    const found = new Map<string, number>();
    for (const [sound, words] of this.#words) {
      const quality = rate(sound);
      if (quality > 0) for (const word of words) found.set(word, Math.max(quality, found.get(word) ?? 0));
    }
    return found;
  }
}
