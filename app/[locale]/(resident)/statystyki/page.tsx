import { guarded, guardedMetadata } from '#app/guard.tsx';
import { latestMonth } from '#lib/statistics/queries/period.ts';
import { readPeriod } from '#lib/statistics/words.ts';
import { type Query, statisticsMetadata, statisticsPage } from './statistics-page.tsx';

type Props = { searchParams: Promise<Query> };

const periodOf = (query: Query) =>
  readPeriod(typeof query.okres === 'string' ? query.okres : undefined) ?? latestMonth();

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props) =>
  statisticsMetadata(periodOf(await searchParams)),
);

export default guarded(async function StatisticsPage({ searchParams }: Props) {
  const query = await searchParams;
  return statisticsPage(periodOf(query), query);
});
