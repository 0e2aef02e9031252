/** The languages of the portal, each complete and named in itself. */
export const LANGUAGES = [
  { code: 'pl', name: 'Polski' },
  { code: 'en', name: 'English' },
  { code: 'uk', name: 'Українська' },
] as const;

/** How each writes dates and numbers: the English of Britain, where the day comes before the month. */
const REGIONS: Record<Locale, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };

export type Locale = (typeof LANGUAGES)[number]['code'];

export const LOCALES: readonly Locale[] = LANGUAGES.map(({ code }) => code);

export const DEFAULT_LOCALE: Locale = 'pl';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The language in which something is said to whoever asked for this one: for `lang`, dates and plural rules. */
export function textLocale(locale: string): Locale {
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/** The same for `Intl`: which country's way of writing dates and numbers. */
export function intlLocale(locale: string): string {
  return REGIONS[textLocale(locale)];
}

/** The address of a page in a language: Polish has no prefix. `path` starts with a slash. */
export function localePath(locale: string, path: string): string {
  const clean = `/${path.replace(/^[/\\]+/, '')}`;
  if (locale === DEFAULT_LOCALE || !isLocale(locale)) return clean;
  return clean === '/' ? `/${locale}` : `/${locale}${clean}`;
}

/** The language of a page by its address. */
export function localeOfPath(path: string): Locale {
  return textLocale(path.split(/[/?#]/)[1] ?? '');
}

/** The path of the same page in Polish; the opposite of `localePath`. */
export function withoutLocale(locale: string, path: string): string {
  const prefix = `/${locale}`;
  const inside = path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`);
  return localePath(DEFAULT_LOCALE, inside ? path.slice(prefix.length) : path);
}
