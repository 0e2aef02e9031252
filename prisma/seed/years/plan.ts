import { addDays, cityMidnight } from '#lib/platform/clock.ts';
import { shiftMonth } from '#lib/statistics/words.ts';
import { AFTER, BEFORE, IDEAS, MONTHS, QUESTIONS, TOLD, YEAR_TOTALS } from './figures.ts';

export type MonthPlan = { month: string; problems: number; ideas: number; questions: number };
type Weight = { month: string; weight: number };

const LARGEST = Math.max(...Object.keys(YEAR_TOTALS).map(Number));

function totalOf(year: number): number {
  return YEAR_TOTALS[year] ?? (year > LARGEST ? AFTER : BEFORE);
}

const monthsOf = (year: number) =>
  MONTHS.map((weight, index) => ({ month: `${year}-${String(index + 1).padStart(2, '0')}`, weight }));

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
    const shares = monthsOf(year)
      .map(({ month, weight }) => ({ month, share: weight * elapsed(month, until) }))
      .filter(({ share }) => share > 0);
    const sum = shares.reduce((total, { share }) => total + share, 0);
    return shares.map(({ month, share }) => ({ month, weight: (share / sum) * totalOf(year) }));
  });
  return spread(weights, rows);
}

/** The month in which the story begins, and how fast people come to know of the new number. */
const OPENING = '2024-09';
const KNOWN_AT_FIRST = 0.2;
const KNOWN_MORE = 0.13;
/** The spring in which everybody spoke of it: so much more just before and after the month that the city told of. */
const TALK = 0.45;
const TALK_FADES = 0.6;

/**
 * The months of the demonstration: people come to know of it, the month that the city told of has exactly the figures
 * that it told, and every month since is as busy as its season is, up to `until`. Of too few cases that month takes no
 * more than its share.
 */
export function planStory(rows: number, until: Date): MonthPlan[] {
  const weights: Weight[] = [];
  let known = KNOWN_AT_FIRST;
  for (let month = OPENING; elapsed(month, until) > 0; month = shiftMonth(month, 1)) {
    const season = MONTHS[Number(month.slice(5)) - 1] ?? 0;
    const weight = season * Math.min(1, known) * talkOf(month) * elapsed(month, until);
    weights.push({ month, weight });
    known += KNOWN_MORE;
  }
  const { month, problems, ideas } = TOLD;
  const questions = Math.round((problems + ideas) * QUESTIONS);
  const told = problems + ideas + questions;
  if (elapsed(month, until) < 1 || rows < told * LEAST) return spread(weights, rows);
  const others = spread(
    weights.filter((one) => one.month !== month),
    rows - told,
  );
  return [...others, { month, problems, ideas, questions }].sort((a, b) => (a.month < b.month ? -1 : 1));
}

function talkOf(month: string): number {
  return 1 + TALK * TALK_FADES ** Math.max(0, Math.abs(monthsBetween(month, TOLD.month)) - 1);
}

function monthsBetween(one: string, other: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(other) - count(one);
}

/** So many times what that month had: with fewer it would stand alone. */
const LEAST = 8;

/** So many rows, over months and kinds. */
function spread(weights: readonly Weight[], rows: number): MonthPlan[] {
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
