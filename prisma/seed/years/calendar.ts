import { addDays, cityDay, cityMidnight } from '#lib/platform/clock.ts';
import { isWorkingDay } from '#lib/submissions/service-clock.ts';
import type { Chance } from './chance.ts';
import { HOURS, WEEKDAYS } from './figures.ts';

const HOUR_MS = 3_600_000;
const HOUR_CHOICES = HOURS.map((weight, hour) => [hour, weight] as const);

/** A moment of the month at which people write: by day and hour, and before `until`. */
export function momentIn(month: string, chance: Chance, until: Date): Date {
  const days = daysOf(month).filter(({ start }) => start < until.getTime());
  const choices = days.map((day) => [day.start, day.weight] as const);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const at = chance.weighted(choices) + chance.weighted(HOUR_CHOICES) * HOUR_MS + chance.below(HOUR_MS);
    if (at < until.getTime()) return new Date(at);
  }
  const start = days[0]?.start ?? until.getTime();
  return new Date(start + chance.next() * (until.getTime() - start - 1));
}

const months = new Map<string, { start: number; weight: number }[]>();

function daysOf(month: string): { start: number; weight: number }[] {
  let known = months.get(month);
  if (!known) {
    known = [];
    for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
      const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
      known.push({ start: cityMidnight(day).getTime(), weight: WEEKDAYS[weekday] ?? 1 });
    }
    months.set(month, known);
  }
  return known;
}

const OPENS = 7.5;
const CLOSES = 15.5;

/** The moment itself when somebody works in the office then, else an hour of the next working day. */
export function inOffice(at: Date, chance: Chance): Date {
  let day = cityDay(at);
  const hour = (at.getTime() - cityMidnight(day).getTime()) / HOUR_MS;
  if (isWorkingDay(day) && hour >= OPENS && hour <= CLOSES) return at;
  if (!isWorkingDay(day) || hour > CLOSES) day = addDays(day, 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return new Date(cityMidnight(day).getTime() + (OPENS + chance.next() * (CLOSES - OPENS)) * HOUR_MS);
}
