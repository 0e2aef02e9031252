import { addDays, cityMidnight } from '#lib/platform/clock.ts';

/** Which comes first in `3/4/2024`: never decided row by row, but once for a whole column. */
export type DateOrder = 'day-first' | 'month-first';

type Parts = { year: number; month: number; day: number };
/** What a text may mean: a moment, a calendar day, or two numbers of which one is the day. */
type Reading =
  | { type: 'moment'; at: Date }
  | { type: 'day'; parts: Parts; time: string }
  | { type: 'two'; first: number; second: number; year: number; time: string };

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$/;
const TWO = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:r\.?)?(?:[T ,]+(.*))?$/;
const NAMED = /^(?:(\d{1,2})[. -]+)?(\p{L}{3,})\.?[ -]+(?:(\d{1,2}),? +)?(\d{4})(?: ?r\.?)?(?:[T ,]+(.*))?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap])?\.?m?\.?$/i;
const ZONED = /(?:z|[+-]\d{2}:?\d{2})$/i;
const MONTHS = [
  'sty|jan',
  'lut|feb',
  'mar',
  'kwi|apr',
  'maj|may',
  'cze|jun',
  'lip|jul',
  'sie|aug',
  'wrz|sep',
  'paź|paz|oct',
  'lis|nov',
  'gru|dec',
];
/** Days since 1899-12-30, as spreadsheets count: from 2000 to 2064. */
const SERIAL = { from: 36_526, to: 60_000 };
const DAY_MS = 86_400_000;

function readDate(text: string): Reading | null {
  const value = text.trim();
  if (/^\d{9,10}$/.test(value)) return { type: 'moment', at: new Date(Number(value) * 1000) };
  if (/^\d{12,13}$/.test(value)) return { type: 'moment', at: new Date(Number(value)) };
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : 0;
  if (serial >= SERIAL.from && serial < SERIAL.to) return ofSerial(serial);
  const iso = ISO.exec(value) ?? COMPACT.exec(value);
  if (iso) return ofIso(value, iso);
  const two = TWO.exec(value);
  if (two) {
    const year = Number(two[3]) + (two[3]?.length === 2 ? 2000 : 0);
    return { type: 'two', first: Number(two[1]), second: Number(two[2]), year, time: two[4] ?? '' };
  }
  const named = NAMED.exec(value);
  const month = named
    ? MONTHS.findIndex((names) => new RegExp(`^(${names})`, 'i').test(named[2] ?? '')) + 1
    : 0;
  if (!named || month === 0) return null;
  const parts = { year: Number(named[4]), month, day: Number(named[1] ?? named[3]) };
  return { type: 'day', parts, time: named[5] ?? '' };
}

function ofIso(value: string, [, year, month, day, time = '']: RegExpExecArray): Reading | null {
  if (ZONED.test(time)) {
    const zone = time.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
    const at = new Date(`${value.slice(0, 10).replace(/[/.]/g, '-')}T${zone}`);
    return Number.isNaN(at.getTime()) ? null : { type: 'moment', at };
  }
  return { type: 'day', parts: { year: Number(year), month: Number(month), day: Number(day) }, time };
}

function ofSerial(serial: number): Reading {
  const at = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString();
  const [year, month, day] = at.slice(0, 10).split('-').map(Number) as [number, number, number];
  return { type: 'day', parts: { year, month, day }, time: at.slice(11, 19) };
}

/**
 * Reads a date, with or without a time; without a zone it is Kraków's. Null when it is none, when there is no such day,
 * or when the order of the column makes it impossible.
 */
export function toMoment(text: string, order: DateOrder): Date | null {
  const reading = readDate(text);
  if (!reading) return null;
  if (reading.type === 'moment') return reading.at;
  if (reading.type === 'day') return cityMoment(reading.parts, reading.time);
  const { first, second, year, time } = reading;
  const parts =
    order === 'day-first' ? { year, month: second, day: first } : { year, month: first, day: second };
  return cityMoment(parts, time);
}

function cityMoment({ year, month, day }: Parts, time: string): Date | null {
  const seconds = secondsOf(time);
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  if (seconds === null || noon.getUTCMonth() !== month - 1 || noon.getUTCDate() !== day) return null;
  return new Date(startOf(noon.toISOString().slice(0, 10), seconds) + seconds * 1000);
}

/** A date often stands without its time, and a time may be twelve hours off without its half of the day. */
function secondsOf(time: string): number | null {
  if (time.trim() === '') return 0;
  const [, hour, minute, second = '0', half] = TIME.exec(time.trim()) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const valid = hours < 24 && Number(minute) < 60 && Number(second) < 60;
  return valid ? hours * 3600 + Number(minute) * 60 + Number(second) : null;
}

const days = new Map<string, { start: number; hours: number }>();

/** Where the clock of that day began, as if its hours had always been the ones it had at this time. */
function startOf(day: string, seconds: number): number {
  let known = days.get(day);
  if (!known) {
    const start = cityMidnight(day).getTime();
    known = { start, hours: (cityMidnight(addDays(day, 1)).getTime() - start) / 3_600_000 };
    days.set(day, known);
  }
  // On two days of the year the clock is moved in the small hours.
  const moved = seconds >= 3 * 3600 ? (known.hours - DAY_MS / 3_600_000) * 3_600_000 : 0;
  return known.start + moved;
}

/** What the dates of a column say of their order. */
export class DateVotes {
  dayFirst = 0;
  monthFirst = 0;
  either = 0;
  unreadable = 0;
  #dotted = 0;
  #halves = 0;

  add(text: string): void {
    const reading = readDate(text);
    if (!reading) this.unreadable += 1;
    if (reading?.type !== 'two') return;
    if (reading.first > 12) this.dayFirst += 1;
    else if (reading.second > 12) this.monthFirst += 1;
    else if (reading.first !== reading.second) this.either += 1;
    if (text.includes('.')) this.#dotted += 1;
    if (/[ap]\.?m\.?$/i.test(text.trim())) this.#halves += 1;
  }

  /** By what only one order can mean; else by the way it is written: dots are European, AM and PM American. */
  get order(): DateOrder {
    if (this.dayFirst !== this.monthFirst)
      return this.dayFirst > this.monthFirst ? 'day-first' : 'month-first';
    return this.#halves > 0 && this.#dotted === 0 ? 'month-first' : 'day-first';
  }

  /** True when no date of the column says which is the day. */
  get isGuess(): boolean {
    return this.dayFirst === this.monthFirst && this.either > 0;
  }
}
