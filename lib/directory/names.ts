import { DEFAULT_LOCALE } from '#lib/i18n/languages.ts';

/** The names of a district as the others have them: its own is the Polish one. */
export function districtNames({
  name,
  inOther,
}: {
  name: string;
  inOther: unknown;
}): Record<string, unknown> {
  return { ...(inOther as object), [DEFAULT_LOCALE]: name };
}

/** A name of the directory in a language, `{pl, en, uk}`; in Polish where that language has none. */
export function textIn(names: unknown, locale: string): string {
  if (names === null || typeof names !== 'object') return '';
  const known = names as Record<string, unknown>;
  const text = known[locale] ?? known[DEFAULT_LOCALE];
  return typeof text === 'string' ? text : '';
}
