/**
 * The languages of the portal. A language that is not complete has its addresses and its own short notice,
 * and shows the Polish text until every room of its messages is translated.
 */
export const LANGUAGES = [
  { code: 'pl', name: 'Polski', complete: true },
  { code: 'en', name: 'English', complete: true },
  { code: 'uk', name: 'Українська', complete: false },
] as const;

export type Locale = (typeof LANGUAGES)[number]['code'];

export const DEFAULT_LOCALE: Locale = 'pl';

export function isLocale(value: unknown): value is Locale {
  return LANGUAGES.some((language) => language.code === value);
}

/** The language in which a page of this locale is really written: for `lang`, dates and plural rules. */
export function textLocale(locale: string): Locale {
  return LANGUAGES.find((language) => language.code === locale && language.complete)?.code ?? DEFAULT_LOCALE;
}

/** The address of a page in a language: Polish has no prefix. `path` starts with a slash. */
export function localePath(locale: string, path: string): string {
  const clean = `/${path.replace(/^[/\\]+/, '')}`;
  if (locale === DEFAULT_LOCALE || !isLocale(locale)) return clean;
  return clean === '/' ? `/${locale}` : `/${locale}${clean}`;
}

/** The path of the same page in Polish; the opposite of `localePath`. */
export function withoutLocale(locale: string, path: string): string {
  const prefix = `/${locale}`;
  const inside = path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`);
  return localePath(DEFAULT_LOCALE, inside ? path.slice(prefix.length) : path);
}
