import { addDays, cityDay, cityMidnight } from '#lib/platform/clock.ts';
import { isWorkingDay } from '#lib/submissions/service-clock.ts';
import type { Chance } from './chance.ts';
import { AFTER, BEFORE, HOURS, IDEAS, MONTHS, QUESTIONS, WEEKDAYS, YEAR_TOTALS } from './figures.ts';

export type MonthPlan = { month: string; problems: number; ideas: number; questions: number };

const LARGEST = Math.max(...Object.keys(YEAR_TOTALS).map(Number));

function totalOf(year: number): number {
  return YEAR_TOTALS[year] ?? (year > LARGEST ? AFTER : BEFORE);
}

/** How much of a month lies before `until`. */
function elapsed(month: string, until: Date): number {
  const start = cityMidnight(`${month}-01`).getTime();
  const end = cityMidnight(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`).getTime();
  return Math.max(0, Math.min(1, (until.getTime() - start) / (end - start)));
}

/**
 * How many of each kind are filed in which month: as many as are wished, in the proportions of the figures. A year that
 * is not over spreads its total over what there was of it.
 */
export function planMonths(years: readonly number[], rows: number, until: Date): MonthPlan[] {
  const weights = years.flatMap((year) => {
    const shares = MONTHS.map((weight, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      return { month, share: weight * elapsed(month, until) };
    });
    const sum = shares.reduce((total, { share }) => total + share, 0);
    return shares
      .filter(({ share }) => share > 0)
      .map(({ month, share }) => ({ month, weight: (share / sum) * totalOf(year) }));
  });
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const scale = rows / (total * (1 + QUESTIONS));
  const parts = weights.flatMap(({ month, weight }) => [
    { month, kind: 'problems' as const, wished: weight * scale * (1 - IDEAS) },
    { month, kind: 'ideas' as const, wished: weight * scale * IDEAS },
    { month, kind: 'questions' as const, wished: weight * scale * QUESTIONS },
  ]);
  const counts = apportion(
    parts.map(({ wished }) => wished),
    rows,
  );
  const plans = new Map<string, MonthPlan>();
  parts.forEach(({ month, kind }, index) => {
    const plan = plans.get(month) ?? { month, problems: 0, ideas: 0, questions: 0 };
    plan[kind] = counts[index] ?? 0;
    plans.set(month, plan);
  });
  return [...plans.values()];
}

/** Whole numbers that add up to `total`, each as near to what was wished as can be. */
function apportion(wished: readonly number[], total: number): number[] {
  const counts = wished.map(Math.floor);
  const order = wished
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest);
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    counts[index] = (counts[index] ?? 0) + 1;
    left -= 1;
  }
  return counts;
}

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
