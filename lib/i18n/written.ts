import { type Locale, textLocale } from './languages.ts';

/** Enough to tell a language by; the rest is not looked at. */
const MOST = 2_000;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LETTER = /\p{L}/gu;
/** Letters that Polish has and English has not. */
const POLISH = /[ąćęłńóśźż]/giu;
/** Words that hardly an English sentence is without, and that are no words of Polish. */
const ENGLISH = /\b(?:the|is|are|was|of|and|for|with|there|this|you|we|not|has|have|please)\b/giu;

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * The language that somebody's words are in, for whoever has them read aloud: people do not always write in the language
 * of the page. What says nothing of itself is taken for `expected`.
 */
export function writtenIn(text: string | null, expected: string): Locale {
  const said = (text ?? '').slice(0, MOST);
  const cyrillic = countOf(said, CYRILLIC);
  if (cyrillic * 2 > countOf(said, LETTER)) return 'uk';
  const polish = countOf(said, POLISH);
  if (countOf(said, ENGLISH) > polish) return 'en';
  if (polish > 0) return 'pl';
  const likely = textLocale(expected);
  // Latin letters are not Ukrainian, whatever the page was.
  return likely === 'uk' && said !== '' ? 'pl' : likely;
}
