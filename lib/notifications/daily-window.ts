import { addDays, cityDay, cityMidnight } from '#lib/platform/clock.ts';
import { isWorkingDay } from '#lib/submissions/service-clock.ts';

/** The hour in Kraków at which the daily mails are about the night, or the weekend, before. */
const MORNING_MS = 7 * 3_600_000;

/** From seven o'clock of the working day before, to seven o'clock of this one. */
export type DailyWindow = { from: Date; to: Date };

const seven = (day: string) => new Date(cityMidnight(day).getTime() + MORNING_MS);

/** What the mail of a working day is about. Closed on both sides: worked out later in the day it is the same. */
export function dailyWindow(day: string): DailyWindow {
  let before = addDays(day, -1);
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return { from: seven(before), to: seven(day) };
}

/** The day whose mails are due at this moment; null on days off, and before seven. */
export function dueDay(at: Date): string | null {
  const day = cityDay(at);
  return isWorkingDay(day) && at >= seven(day) ? day : null;
}

const OCCASION = /^day:(\d{4}-\d{2}-\d{2})$/;
export const occasionOf = (day: string) => `day:${day}`;

/** The day that a notification's occasion names. */
export function dayOf(occasion: string): string | null {
  return OCCASION.exec(occasion)?.[1] ?? null;
}
