import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { StatisticsCell } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { KINDS } from '#lib/submissions/words.ts';
import type { Figures, PeriodStatistics, Row } from '../dto.ts';
import { type Dimension, daysOf, ENOUGH, isMonth, type StatisticsKind, shiftMonth } from '../words.ts';
import { type NameOf, namesOf } from './names.ts';

const TREND_MONTHS = 13;
const NOTHING: Figures = {
  filed: 0,
  ended: 0,
  decided: 0,
  successful: 0,
  share: null,
  median: null,
  p80: null,
};

type Wanted = { period: string; kind: StatisticsKind; locale: Locale };

/** Everything the page of a period says. Errors: FORBIDDEN. A period without cases is a page of noughts. */
export async function periodStatistics(actor: Actor, wanted: Wanted): Promise<PeriodStatistics> {
  if (!can(actor, 'figures.read')) throw new AppError('FORBIDDEN');
  const { period, kind, locale } = wanted;
  const [cells, names, calls, trend, periods, state] = await Promise.all([
    db.statisticsCell.findMany({ where: { period, OR: [{ kind }, { dimension: 'ALL' }] } }),
    namesOf(locale),
    db.statisticsCalls.findMany({ where: { period }, orderBy: { calls: 'desc' } }),
    trendUpTo(lastMonthOf(period), kind),
    knownPeriods(),
    db.statisticsState.findUnique({ where: { id: 1 } }),
  ]);
  const whole = (of: StatisticsKind) =>
    figuresOf(cells.find((cell) => cell.dimension === 'ALL' && cell.kind === of));
  const rows = (dimension: Dimension) => rowsOf(cells, dimension, kind, names);
  return {
    period,
    kind,
    running: isRunning(period),
    total: whole(kind),
    byKind: Object.fromEntries(KINDS.map((one) => [one, whole(one)])) as PeriodStatistics['byKind'],
    byDepartment: rows('DEPARTMENT'),
    byDistrict: rows('DISTRICT'),
    byCategory: rows('CATEGORY'),
    calls: calls.map(({ outcome, calls: count }) => ({ outcome, calls: count })),
    trend,
    periods,
    at: state?.at.toISOString() ?? null,
  };
}

/** The last month that is over: what a page shows when nobody asked for a period. */
export function latestMonth(): string {
  return shiftMonth(cityDay(now()).slice(0, 7), -1);
}

/** Whether this day lies in it. */
function isRunning(period: string): boolean {
  const { first, after } = daysOf(period);
  const today = cityDay(now());
  return first <= today && today < after;
}

/** A year's trend ends with its December, or with the present month. */
function lastMonthOf(period: string): string {
  const present = cityDay(now()).slice(0, 7);
  const last = isMonth(period) ? period : `${period}-12`;
  return [last, present].sort()[0] ?? last;
}

async function trendUpTo(last: string, kind: StatisticsKind): Promise<PeriodStatistics['trend']> {
  const months = Array.from({ length: TREND_MONTHS }, (_, index) =>
    shiftMonth(last, index - TREND_MONTHS + 1),
  );
  const cells = await db.statisticsCell.findMany({
    where: { dimension: 'ALL', kind, key: '', period: { in: months } },
  });
  return months.map((period) => {
    const { filed, ended, share } = figuresOf(cells.find((cell) => cell.period === period));
    return { period, running: isRunning(period), filed, ended, share };
  });
}

/** Every period there are figures of, newest first: a few dozen. */
async function knownPeriods(): Promise<string[]> {
  const rows = await db.statisticsCell.findMany({
    where: { dimension: 'ALL', kind: 'ALL', key: '' },
    select: { period: true },
    orderBy: { period: 'desc' },
  });
  return rows.map(({ period }) => period);
}

function figuresOf(cell: StatisticsCell | undefined): Figures {
  if (!cell) return NOTHING;
  const { filed, ended, decided, successful, median, p80 } = cell;
  const known = decided >= ENOUGH;
  return {
    filed,
    ended,
    decided,
    successful,
    share: known ? successful / decided : null,
    median: known ? median : null,
    p80: known ? p80 : null,
  };
}

function rowsOf(
  cells: StatisticsCell[],
  dimension: Dimension,
  kind: StatisticsKind,
  names: Record<Dimension, NameOf>,
): Row[] {
  return cells
    .filter((cell) => cell.dimension === dimension && cell.kind === kind)
    .map((cell) => ({ ...figuresOf(cell), key: cell.key, name: names[dimension](cell.key) }))
    .sort((a, b) => b.filed - a.filed || b.ended - a.ended || a.name.localeCompare(b.name));
}
