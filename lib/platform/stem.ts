import polish from 'lunr-languages/lunr.pl.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';

/** The part of lunr that its language packs ask for; the search engine itself is not used. */
type LanguageHost = {
  Pipeline: { registerFunction: () => void };
  generateStopWordFilter: () => () => void;
  pl?: { stemmer: (word: string) => string };
};

const host: LanguageHost = {
  Pipeline: { registerFunction: () => {} },
  generateStopWordFilter: () => () => {},
};
stemmerSupport(host);
polish(host);
const polishStemmer = host.pl?.stemmer;
if (!polishStemmer) throw new Error('the Polish stemmer did not load');

/** Longer words are cut: no word of any language we read is longer, and hostile input stays cheap. */
const MAX_WORD = 40;

/** Lower case without accents: `Łąka` → `laka`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ł', 'l');
}

/** Words and numbers of a text, folded, in order; an apostrophe inside a word goes (`об'їзд`, `didn't`). */
export function words(text: string): string[] {
  const plain = fold(text).replace(/['’ʼ`]/g, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, MAX_WORD));
}

/** People write the same few thousand words again and again, and a stemmer is slow. Forgotten when they are many. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/**
 * The stem of one folded word. Words are folded first, because half of the residents write without accents;
 * a final `-ow` gets its `ó` back, so that the genitive plural (`krzakow`) is stripped too.
 */
export function stemWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const restored = word.endsWith('ow') ? `${word.slice(0, -2)}ów` : word;
  const stem = fold(polishStemmer!(restored));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, stem);
  return stem;
}

/** The stems of a text joined by spaces: what goes into a `simple` tsvector, and what is asked of it. */
export function stemText(text: string): string {
  return words(text).map(stemWord).join(' ');
}
