import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { formatDate, formatPeriod } from '#lib/i18n/dates.ts';
import type { PeriodStatistics, Row } from '#lib/statistics/dto.ts';
import { DIMENSIONS, type Dimension, NO_KEY } from '#lib/statistics/words.ts';
import { CallsTable } from './calls-table.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Headline, KeyFigures } from './headline.tsx';
import { PeriodNeighbours, PeriodPicker } from './period-picker.tsx';
import { TrendChart } from './trend-chart.tsx';

/** A period's page from its one sentence down to every table and its file. */
export function StatisticsView({ statistics }: { statistics: PeriodStatistics }) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const { total, trend, calls } = statistics;
  const nothing = total.filed === 0 && total.ended === 0;
  return (
    <>
      <h1>{t('title', { period: formatPeriod(locale, statistics.period) })}</h1>
      <p className="lead">{t('lead')}</p>
      <PeriodPicker statistics={statistics} />
      {nothing ? <EmptyState title={t('none')} level={2} /> : <Headline statistics={statistics} />}
      {!nothing && <KeyFigures statistics={statistics} />}
      <TrendChart trend={trend} file={fileOf(statistics, 'MONTH', locale)} />
      <Definition />
      <KindTable statistics={statistics} />
      {DIMENSIONS.map((dimension) => (
        <DimensionTable key={dimension} statistics={statistics} dimension={dimension} />
      ))}
      <CallsTable calls={calls} />
      <div className="row no-print">
        <PrintButton label={t('print')} />
        <p className="meta">{t('share')}</p>
      </div>
      {statistics.at && (
        <p className="meta">{t('updated', { at: formatDate(locale, new Date(statistics.at), 'moment') })}</p>
      )}
      <PeriodNeighbours statistics={statistics} />
    </>
  );
}

const ROWS = { DEPARTMENT: 'byDepartment', DISTRICT: 'byDistrict', CATEGORY: 'byCategory' } as const;

type Shown = { statistics: PeriodStatistics };

function DimensionTable({ statistics, dimension }: Shown & { dimension: Dimension }) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const rows = statistics[ROWS[dimension]];
  if (rows.length === 0) return null;
  return (
    <FiguresTable
      id={dimension.toLowerCase()}
      title={t(`by.${dimension}`)}
      head={t(`column.${dimension}`)}
      rows={rows.map((row) => (row.key === NO_KEY ? { ...row, name: t(`without.${dimension}`) } : row))}
      file={fileOf(statistics, dimension, locale)}
      folded={dimension !== 'DEPARTMENT'}
    />
  );
}

function KindTable({ statistics: { byKind } }: Shown) {
  const t = useTranslations('statistics');
  const rows = Object.entries(byKind).map(
    ([key, figures]): Row => ({ ...figures, key, name: t(`kinds.${key}`) }),
  );
  return <FiguresTable id="kind" title={t('by.KIND')} head={t('column.kind')} rows={rows} />;
}

function Definition() {
  const t = useTranslations('statistics.definition');
  return (
    <section className="stat-definition prose" aria-labelledby="how">
      <h2 id="how">{t('title')}</h2>
      <ul>
        {(['filed', 'ended', 'share', 'time'] as const).map((part) => (
          <li key={part}>{t(part)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The same figures for a spreadsheet of whoever reads this page. */
function fileOf({ period, kind }: PeriodStatistics, by: Dimension | 'MONTH', lang: string): string {
  return `/api/statistics?${new URLSearchParams({ period, kind, by, lang, format: 'sheet' })}`;
}
