import { CITY_TIME_ZONE, cityDay, now } from '#lib/platform/clock.ts';
import { textLocale } from './languages.ts';

/** `day` 18 listopada · `weekday` środa, 18 listopada · `moment` środa, 18 listopada, 11:42 · `time` 11:42 · `short` 18.11.2026, 11:42 */
export type DateStyle = 'day' | 'weekday' | 'moment' | 'time' | 'short';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  moment: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in words, in Kraków's time. The year is said when it is not the present one. */
export function formatDate(locale: string, at: Date, style: DateStyle = 'day'): string {
  const otherYear = cityDay(at).slice(0, 4) !== cityDay(now()).slice(0, 4);
  const withYear = otherYear && style !== 'time';
  const key = `${textLocale(locale)} ${style} ${withYear}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(textLocale(locale), {
      ...STYLES[style],
      ...(withYear && { year: 'numeric' }),
      timeZone: CITY_TIME_ZONE,
    });
    formats.set(key, format);
  }
  return joinNumbers(format.format(at));
}

/** A calendar day (`YYYY-MM-DD`) in words. */
export function formatDay(locale: string, day: string, style: 'day' | 'weekday' = 'day'): string {
  return formatDate(locale, new Date(`${day}T12:00:00Z`), style);
}

/** Keeps a number and the word after it on one line. */
function joinNumbers(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}
