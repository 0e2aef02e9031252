import { type Locale, textLocale } from './languages.ts';

const MARKS: Record<Locale, [string, string]> = { pl: ['„', '”'], en: ['‘', '’'], uk: ['«', '»'] };

/** Somebody's words between the quotation marks of the language around them. */
export function quoted(text: string, locale: string): string {
  const [before, after] = MARKS[textLocale(locale)];
  return `${before}${text}${after}`;
}
