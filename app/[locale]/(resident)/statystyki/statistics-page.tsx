import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { headline } from '#components/resident/statistics/headline-words.ts';
import { StatisticsView } from '#components/resident/statistics/statistics-view.tsx';
import { Main } from '#components/ui/page.tsx';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { formatPeriod } from '#lib/i18n/dates.ts';
import { type Locale, localePath } from '#lib/i18n/languages.ts';
import { periodStatistics } from '#lib/statistics/queries/period.ts';
import { STATISTICS_KINDS, type StatisticsKind } from '#lib/statistics/words.ts';

export type Query = Record<string, string | string[] | undefined>;

export async function statisticsPage(period: string, query: Query) {
  const locale = (await getLocale()) as Locale;
  const statistics = await periodStatistics(ANONYMOUS, { period, kind: kindOf(query), locale });
  return (
    <Main className="wrap stat">
      <StatisticsView statistics={statistics} />
    </Main>
  );
}

/** The headline is the description, so that a link that was sent on says it before it is opened. */
export async function statisticsMetadata(period: string): Promise<Metadata> {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations('statistics');
  const statistics = await periodStatistics(ANONYMOUS, { period, kind: 'ALL', locale });
  const description = headline(t, locale, statistics);
  const title = t('title', { period: formatPeriod(locale, period) });
  return {
    title,
    description,
    alternates: { canonical: localePath(locale, `/statystyki/${period}`) },
    openGraph: { title, description },
  };
}

export function kindOf(query: Query): StatisticsKind {
  return STATISTICS_KINDS.find((kind) => kind === query.rodzaj) ?? 'ALL';
}
