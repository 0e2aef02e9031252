import { intlLocale } from './languages.ts';

/** A whole number as people write it: `1 234`, `1,234`. */
export function formatNumber(locale: string, value: number): string {
  return new Intl.NumberFormat(intlLocale(locale)).format(value);
}

/** What stands between whole and part of a number there: `.` or `,`. */
export function decimalSign(locale: string): '.' | ',' {
  return new Intl.NumberFormat(intlLocale(locale)).format(0.5).includes(',') ? ',' : '.';
}

/** Days as precise as they mean something: `4.2`, but `37`. */
export function roundDays(days: number): number {
  return days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
}
