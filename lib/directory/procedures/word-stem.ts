import { stemWord, words } from '#lib/platform/stem.ts';

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
/** Endings of Ukrainian nouns, adjectives and verbs. */
const ENDINGS = words(`
  енням анням янням уватися ювати увати ування ювання тися ться ення ання яння іння ами ями ові еві ого ому ими іми ої ій ою ею ів ев
  ах ях ам ям ом ем их іх ти ть ла ло ли а е и і о у ю я ь
`).sort((a, b) => b.length - a.length);
/** What is left of a word must still say what it is about. */
const LEAST_STEM = 4;

/** The stem of one folded word: Polish by its stemmer, Ukrainian by its endings. */
export function wordStem(word: string): string {
  if (!CYRILLIC.test(word)) return stemWord(word);
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEAST_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}
