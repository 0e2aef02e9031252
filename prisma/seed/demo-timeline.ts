import { addDays, cityDay, cityMidnight } from '#lib/platform/clock.ts';
import { isWorkingDay } from '#lib/submissions/service-clock.ts';
import type { DemoCase } from './demo-cases.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFICE_OPENS = 7.7 * HOUR;
const OFFICE_CLOSES = 15.4 * HOUR;

/** One thing that happens in the demonstration. `step` 0 is the filing, n the n-th step of the case. */
export type DemoAction = { index: number; step: number; at: Date };

/** When everything of the demonstration happens, in order of time, and all of it before `present`. */
export function demoTimeline(cases: readonly DemoCase[], present: Date): DemoAction[] {
  const actions = cases.flatMap((one, index) =>
    momentsOf(one, present).map((at, step): DemoAction => ({ index, step, at })),
  );
  return actions.sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index || a.step - b.step);
}

/** The moments of one case: staff act in office hours as long as that is still in the past. */
function momentsOf({ daysAgo, steps }: DemoCase, present: Date): Date[] {
  const moments = [new Date(present.getTime() - daysAgo * DAY)];
  steps.forEach(([who, days], index) => {
    const before = moments.at(-1)!.getTime();
    const wanted = new Date(before + Math.max(days * DAY, MINUTE));
    const byStaff = who !== 'reporter' && who !== 'system';
    const settled = byStaff ? inOfficeHours(wanted) : wanted;
    // What is left to come needs a little of the past too.
    const latest = present.getTime() - (steps.length - index) * (MINUTE / 2);
    const usual = settled.getTime() <= latest ? settled.getTime() : wanted.getTime();
    moments.push(new Date(Math.max(before + 1_000, Math.min(usual, latest))));
  });
  return moments;
}

/** The moment itself when somebody works then, else the next one at which somebody does. */
function inOfficeHours(at: Date): Date {
  let day = cityDay(at);
  const sinceMidnight = at.getTime() - cityMidnight(day).getTime();
  if (isWorkingDay(day) && sinceMidnight >= OFFICE_OPENS && sinceMidnight <= OFFICE_CLOSES) return at;
  if (sinceMidnight > OFFICE_CLOSES || !isWorkingDay(day)) day = addDays(day, 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  // Minutes of the first wish are kept, so that not everything happens when the office opens.
  return new Date(cityMidnight(day).getTime() + OFFICE_OPENS + (at.getTime() % (3 * HOUR)));
}
