import { addDays, cityDay, cityTime } from '#lib/platform/clock.ts';

const SOON_MS = 2 * 3_600_000;
/** Hours at which one calls people at home. */
const FIRST = '09:00';
const LAST = '19:00';

/** When one usually promises to call: in two hours, and never at night. */
export function whenToCall(present: Date): { day: string; time: string } {
  const at = new Date(present.getTime() + SOON_MS);
  const day = cityDay(at);
  const time = `${cityTime(at).slice(0, 2)}:00`;
  if (time < FIRST) return { day, time: FIRST };
  return time > LAST ? { day: addDays(day, 1), time: FIRST } : { day, time };
}
