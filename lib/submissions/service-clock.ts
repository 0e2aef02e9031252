import Holidays from 'date-holidays';
import { addDays, cityDay, cityMidnight } from '#lib/platform/clock.ts';

/**
 * Working days of Kraków: Monday to Friday without Polish public holidays. A term of n working days that starts on
 * some day ends with the n-th working day after it, the day of receipt not counted (as in the code of administrative
 * procedure). Everything here is pure and works on calendar days of Europe/Warsaw, so daylight saving changes nothing.
 */
const polish = new Holidays('PL', { types: ['public'] });
const holidaysByYear = new Map<number, Set<string>>();

/** A term beyond this many working days is a mistake, not a promise. */
const LONGEST_TERM = 2_000;

/** Public holidays of a year as `YYYY-MM-DD`; worked out once per year. */
function holidaysOf(year: number): Set<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = new Set(polish.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
  // A public holiday by the act of 27 November 2024; kept here whatever version of the calendar is installed.
  if (year >= 2025) days.add(`${year}-12-24`);
  holidaysByYear.set(year, days);
  return days;
}

/** True when the offices of the city work on this calendar day (`YYYY-MM-DD`). */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/**
 * The moment a term of `days` working days ends: the midnight in Kraków that closes the last of them. It is exclusive,
 * so what happens before it is in time and `now >= due` is late. With 0 days the term ends with the first working day
 * not before `from`. Throws RangeError when `days` is not a whole number from 0 to 2000.
 */
export function addWorkingDays(from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0 || days > LONGEST_TERM) throw new RangeError(`not a term: ${days}`);
  let day = cityDay(from);
  if (days === 0) while (!isWorkingDay(day)) day = addDays(day, 1);
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return cityMidnight(addDays(day, 1));
}

/** What came in before this moment has waited longer than `days` working days by now: such a term of it is over. */
export function cameBefore(present: Date, days: number): Date {
  let day = cityDay(present);
  while (addWorkingDays(cityMidnight(day), days) > present) day = addDays(day, -1);
  return cityMidnight(addDays(day, 1));
}

/** The Kraków day by whose end a term is kept: what a person is told instead of the midnight after it. */
export function lastDayOfTerm(due: Date): string {
  return cityDay(new Date(due.getTime() - 1));
}

/**
 * Working days after the day of `a` up to and including the day of `b`: 0 on the same day, negative when `b` is
 * earlier. `workingDaysBetween(from, addWorkingDays(from, n) minus a moment)` is n.
 */
export function workingDaysBetween(a: Date, b: Date): number {
  const [first, last] = [cityDay(a), cityDay(b)];
  if (last < first) return -workingDaysBetween(b, a);
  let count = 0;
  for (let day = first; day < last; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
