import { CITY_TIME_ZONE, cityDay, now } from '#lib/platform/clock.ts';
import { intlLocale } from './languages.ts';

/** `date` 18 listopada 2026 · `day` 18 listopada · `weekday` środa, 18 listopada · `moment` środa, 18 listopada, 11:42 · `time` 11:42 · `short` 18.11.2026, 11:42 */
export type DateStyle = 'date' | 'day' | 'weekday' | 'moment' | 'time' | 'short';

type Part = Exclude<DateStyle, 'moment'>;

const PARTS: Record<Part, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in words, in Kraków's time. The year is said when it is not the present one. */
export function formatDate(locale: string, at: Date, style: DateStyle = 'day'): string {
  if (style === 'moment') return `${formatDate(locale, at, 'weekday')}, ${formatDate(locale, at, 'time')}`;
  const otherYear = cityDay(at).slice(0, 4) !== cityDay(now()).slice(0, 4);
  const text = formatOf(intlLocale(locale), style, otherYear && style !== 'time').format(at);
  return joinNumbers(yearInFull(text));
}

function formatOf(language: string, part: Part, withYear: boolean): Intl.DateTimeFormat {
  const key = `${language} ${part} ${withYear}`;
  const known = formats.get(key);
  if (known) return known;
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(language, { ...PARTS[part], ...year, timeZone: CITY_TIME_ZONE });
  formats.set(key, format);
  return format;
}

/** A calendar day (`YYYY-MM-DD`) in words. */
export function formatDay(locale: string, day: string, style: 'date' | 'day' | 'weekday' = 'day'): string {
  return formatDate(locale, new Date(`${day}T12:00:00Z`), style);
}

/** Ukrainian shortens the word after the year, whose point would end the sentence: `2026 року`. */
function yearInFull(text: string): string {
  return text.replace(/(\d{4})\s+р\./u, '$1 року');
}

/** Keeps a number and the word after it on one line. */
function joinNumbers(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** A month (`2025-03`) in words, `marzec 2025`, or a year as it is. */
export function formatPeriod(locale: string, period: string): string {
  if (period.length === 4) return period;
  const format = new Intl.DateTimeFormat(intlLocale(locale), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // Ukrainian adds "р." to the year, which a heading does not need.
  return format.format(new Date(`${period}-15T12:00:00Z`)).replace(/\s*р\.$/, '');
}
