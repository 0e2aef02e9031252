import { isInfoline } from '#lib/directory/infoline.ts';
import { db } from '#lib/platform/db.ts';
import { type Memo, memo } from '#lib/platform/memo.ts';
import type { Expectation } from '../dto.ts';
import { workingDaysBetween } from '../service-clock.ts';

/** Fewer ended cases than this say nothing; the planned days are told instead. */
const ENOUGH_CASES = 20;
const LATEST_CASES = 200;
const KEPT_MS = 10 * 60_000;

const kept = new Map<string, Memo<Expectation>>();

/**
 * How long such a case takes: half of the last ended ones of this department and category were done within `median`
 * working days, eight in ten within `p80`. No personal data: the same for everybody, kept for ten minutes.
 */
export async function expectation(pair: {
  categoryCode: string;
  departmentCode: string | null;
}): Promise<Expectation> {
  const key = `${pair.categoryCode} ${pair.departmentCode ?? ''}`;
  const known = kept.get(key) ?? memo(KEPT_MS, () => measure(pair.categoryCode, pair.departmentCode));
  kept.set(key, known);
  return known.get();
}

/** Drops what is held in memory; for tests. */
export function forgetExpectations(): void {
  kept.clear();
}

async function measure(categoryCode: string, departmentCode: string | null): Promise<Expectation> {
  const category = await db.category.findUnique({
    where: { code: categoryCode },
    select: { fixDays: true, departmentCode: true },
  });
  // What the infoline ends itself belongs to no department.
  const usual = departmentCode ?? category?.departmentCode ?? null;
  const ended = await db.submission.findMany({
    where: {
      categoryCode,
      departmentCode: usual && isInfoline(usual) ? null : usual,
      resolvedAt: { not: null },
      outcome: { in: ['FIXED', 'IMPLEMENTED', 'NO_FAULT_FOUND', 'ANSWERED'] },
    },
    orderBy: { resolvedAt: 'desc' },
    take: LATEST_CASES,
    select: { receivedAt: true, resolvedAt: true },
  });
  if (ended.length < ENOUGH_CASES) {
    return category?.fixDays ? { basis: 'PLANNED', days: category.fixDays } : { basis: 'NONE' };
  }
  const days = ended
    .map((row) => workingDaysBetween(row.receivedAt, row.resolvedAt ?? row.receivedAt))
    .sort((a, b) => a - b);
  return { basis: 'MEASURED', median: rank(days, 0.5), p80: rank(days, 0.8), cases: days.length };
}

/** The smallest value that at least this share of the sorted values does not exceed. */
function rank(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
