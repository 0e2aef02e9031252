import type { Figures, PeriodStatistics } from './dto.ts';
import type { Dimension } from './words.ts';

export type Cells = (string | number | null)[];

const COLUMNS = ['filed', 'ended', 'decided', 'successful', 'share', 'median_days', 'p80_days'];
const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

const cellsOf = ({ filed, ended, decided, successful, share, median, p80 }: Figures): Cells => [
  filed,
  ended,
  decided,
  successful,
  round(share),
  round(median),
  round(p80),
];

const ROWS = { DEPARTMENT: 'byDepartment', DISTRICT: 'byDistrict', CATEGORY: 'byCategory' } as const;

/** One table of a period for a file: names of columns first, always in English, so that programs can rely on them. */
export function tableOf(statistics: PeriodStatistics, by: Dimension | 'MONTH'): Cells[] {
  if (by === 'MONTH') {
    const rows = statistics.trend.map(({ period, filed, ended, share }) => [
      period,
      filed,
      ended,
      round(share),
    ]);
    return [['month', 'filed', 'ended', 'share'], ...rows];
  }
  const rows = statistics[ROWS[by]].map((row) => [row.key, row.name, ...cellsOf(row)]);
  return [['key', 'name', ...COLUMNS], ...rows];
}
