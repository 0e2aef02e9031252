import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import { latestMonth } from '#lib/statistics/queries/period.ts';
import { periodPath, readPeriod } from '#lib/statistics/words.ts';
import { kindOf, type Query, statisticsMetadata, statisticsPage } from './statistics-page.tsx';

type Props = { searchParams: Promise<Query> };

const periodOf = (query: Query) =>
  readPeriod(typeof query.okres === 'string' ? query.okres : undefined) ?? latestMonth();

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props) =>
  statisticsMetadata(periodOf(await searchParams)),
);

export default guarded(async function StatisticsPage({ searchParams }: Props) {
  const query = await searchParams;
  // What the form asks for has an address of its own, which can be sent on.
  if (query.okres !== undefined) {
    redirect(localePath(await getLocale(), periodPath(periodOf(query), kindOf(query))));
  }
  return statisticsPage(periodOf(query), query);
});
