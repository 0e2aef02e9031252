import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '#lib/i18n/dates.ts';
import type { PeriodStatistics } from '#lib/statistics/dto.ts';
import { isMonth } from '#lib/statistics/words.ts';
import { FewNote } from './figures-table.tsx';
import { useFigureWords } from './format.ts';
import { headline } from './headline-words.ts';

/** The one sentence, as it is read aloud; of a period that is not over it says so. */
export function Headline({ statistics }: { statistics: PeriodStatistics }) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const { period, running, at } = statistics;
  const length = isMonth(period) ? 'month' : 'year';
  return (
    <div className="stat-headline">
      <p>{headline(t, locale, statistics)}</p>
      {running && at && (
        <p className="meta">{t('running', { length, at: formatDate(locale, new Date(at), 'moment') })}</p>
      )}
    </div>
  );
}

/** The six figures that everything else explains. */
export function KeyFigures({ statistics }: { statistics: PeriodStatistics }) {
  const t = useTranslations('statistics.figures');
  const words = useFigureWords();
  const { total, calls } = statistics;
  const spoken = calls.reduce((sum, { calls: count }) => sum + count, 0);
  const figures = [
    ['filed', words.count(total.filed)],
    ['ended', words.count(total.ended)],
    ['share', words.share(total.share)],
    ['median', words.days(total.median)],
    ['p80', words.days(total.p80)],
    ['calls', words.count(spoken)],
  ] as const;
  return (
    <section aria-label={t('label')}>
      <dl className="stat-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <FewNote rows={[total]} />
    </section>
  );
}
