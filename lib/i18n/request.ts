import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { CITY_TIME_ZONE, now } from '#lib/platform/clock.ts';
import { DEFAULT_LOCALE } from './languages.ts';
import { routing } from './routing.ts';
import { loadMessages } from './translator.ts';

/** Messages for server components. They never leave the server as a whole: client components get words as props. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : DEFAULT_LOCALE;
  return { locale, messages: loadMessages(locale), timeZone: CITY_TIME_ZONE, now: now() };
});
