import { KINDS, type Kind, OUTCOMES, type Outcome } from '#lib/submissions/words.ts';

/** What figures can be split by. */
export const DIMENSIONS = ['DEPARTMENT', 'DISTRICT', 'CATEGORY'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const STATISTICS_KINDS = ['ALL', ...KINDS] as const;
export type StatisticsKind = (typeof STATISTICS_KINDS)[number];

/** The key of what has no department, district or category. */
export const NO_KEY = '-';

/**
 * The one definition of success. A case counts when the city decided it: what was taken back, said twice, or never
 * found its support was not decided. It was successful when what was asked for happened: the fault is repaired, the
 * idea carried out, the question answered. An explanation, a refusal or "no fault found" is an answer, not a success.
 */
export const NOT_DECIDED = ['WITHDRAWN', 'DUPLICATE', 'EXPIRED'] as const satisfies readonly Outcome[];
export const DECIDED: readonly Outcome[] = OUTCOMES.filter(
  (outcome) => !(NOT_DECIDED as readonly Outcome[]).includes(outcome),
);
export const SUCCESS: Record<Kind, Outcome> = { PROBLEM: 'FIXED', IDEA: 'IMPLEMENTED', QUESTION: 'ANSWERED' };

/** Of fewer decided cases a share and a median say nothing, and could say too much about one of them. */
export const ENOUGH = 5;

const MONTH = /^(20\d{2})-(0[1-9]|1[0-2])$/;
const YEAR = /^20\d{2}$/;

/** A month (`2025-03`) or a year (`2025`) of this century; null when it is neither. */
export function readPeriod(text: string | undefined): string | null {
  return text !== undefined && (MONTH.test(text) || YEAR.test(text)) ? text : null;
}

export function isMonth(period: string): boolean {
  return MONTH.test(period);
}

/** First day of a period, and first day after it, `YYYY-MM-DD`. */
export function daysOf(period: string): { first: string; after: string } {
  const [year = 0, month] = period.split('-').map(Number);
  if (month === undefined) return { first: `${year}-01-01`, after: `${year + 1}-01-01` };
  return { first: `${period}-01`, after: `${shiftMonth(period, 1)}-01` };
}

/** The month that lies this many months later (earlier, when negative). */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The period of the same length before or after it. */
export function neighbour(period: string, by: 1 | -1): string {
  return isMonth(period) ? shiftMonth(period, by) : String(Number(period) + by);
}

/** The address of a period's page; it can be sent on, and always means the same. */
export function periodPath(period: string, kind: StatisticsKind): string {
  return `/statystyki/${period}${kind === 'ALL' ? '' : `?rodzaj=${kind}`}`;
}
