import type { Locale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { PeriodStatistics } from './dto.ts';
import { type Cells, tableOf } from './table.ts';
import { type Dimension, NO_KEY } from './words.ts';

/** The columns of a file that have another name on the page. */
const COLUMN_KEYS: Record<string, string> = {
  share: 'shareOf',
  median_days: 'medianDays',
  p80_days: 'p80Days',
};

/** The same table for people: its columns, and what belongs to none, in the words of the page. */
export function sheetOf(statistics: PeriodStatistics, by: Dimension | 'MONTH', locale: Locale): Cells[] {
  const t = translator(locale, 'statistics');
  const [heads = [], ...rows] = tableOf(statistics, by);
  const column = (head: string) => t(`column.${head === 'name' ? by : (COLUMN_KEYS[head] ?? head)}`);
  const named = rows.map((row) => (row[0] === NO_KEY ? ['', t(`without.${by}`), ...row.slice(2)] : row));
  return [heads.map((head) => column(String(head))), ...named];
}
