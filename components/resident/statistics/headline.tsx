import { useTranslations } from 'next-intl';
import type { PeriodStatistics } from '#lib/statistics/dto.ts';
import { FewNote } from './figures-table.tsx';
import { useFigureWords } from './format.ts';

/** "Marzec 2025: 825 problemów, 61 pomysłów, 88 % skutecznych", as it is read aloud. */
export function Headline({ statistics }: { statistics: PeriodStatistics }) {
  const t = useTranslations('statistics');
  const words = useFigureWords();
  const { byKind, total } = statistics;
  const values = {
    period: words.period(statistics.period),
    problems: byKind.PROBLEM.filed,
    ideas: byKind.IDEA.filed,
  };
  return (
    <p className="stat-headline">
      {total.share === null
        ? t('headlineFew', values)
        : t('headline', { ...values, share: words.share(total.share) })}
    </p>
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
