import { defineRouting } from 'next-intl/routing';
import { DEFAULT_LOCALE, LOCALES } from './languages.ts';

/** The address alone decides the language: no cookie and no browser header sends anybody elsewhere. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});
