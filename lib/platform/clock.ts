/** The one source of time. Tests and the demonstration move it; nothing else calls `new Date()` for "now". */
let offsetMs = 0;

/** The present moment. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Shifts `now()` by this many milliseconds; for tests, and for the demonstration, which lies in the past. */
export function shiftClock(milliseconds: number): void {
  offsetMs = milliseconds;
}

export const CITY_TIME_ZONE = 'Europe/Warsaw';

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: CITY_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const DAY = /^2\d{3}-\d{2}-\d{2}$/;

/**
 * True for a day (`YYYY-MM-DD`) that the calendar has: JavaScript reads the 31st of February as one of March. Of this
 * millennium alone: nothing here is older, and the calendar has no later ones.
 */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The calendar day in Kraków at this moment, as `YYYY-MM-DD`. */
export function cityDay(at: Date): string {
  return dayFormat.format(at);
}

/** The moment at which a Kraków calendar day (`YYYY-MM-DD`) begins, across daylight saving. */
export function cityMidnight(day: string): Date {
  const guess = new Date(`${day}T00:00:00Z`);
  for (const hours of [1, 2]) {
    const candidate = new Date(guess.getTime() - hours * 3_600_000);
    if (cityDay(candidate) === day && cityDay(new Date(candidate.getTime() - 1)) !== day) return candidate;
  }
  throw new RangeError(`not a calendar day: ${day}`);
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: CITY_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
});

/** The hour in Kraków at this moment, as `HH:MM`. */
export function cityTime(at: Date): string {
  return timeFormat.format(at);
}

/** The moment at which clocks in Kraków show this hour (`HH:MM`) on this day; null when they never do. */
export function cityMoment(day: string, time: string): Date | null {
  const guess = new Date(`${day}T${time}:00Z`);
  if (Number.isNaN(guess.getTime())) return null;
  for (const hours of [1, 2]) {
    const candidate = new Date(guess.getTime() - hours * 3_600_000);
    if (cityDay(candidate) === day && cityTime(candidate) === time) return candidate;
  }
  return null;
}

/** The Kraków day that lies this many calendar days after `day`. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
