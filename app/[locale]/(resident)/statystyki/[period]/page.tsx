import {
  type Query,
  statisticsMetadata,
  statisticsPage,
} from '#app/[locale]/(resident)/statystyki/statistics-page.tsx';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AppError } from '#lib/platform/errors.ts';
import { readPeriod } from '#lib/statistics/words.ts';

type Props = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

async function periodOf(params: Props['params']): Promise<string> {
  const period = readPeriod((await params).period);
  if (!period) throw new AppError('NOT_FOUND');
  return period;
}

export const generateMetadata = guardedMetadata(async ({ params }: Props) =>
  statisticsMetadata(await periodOf(params)),
);

export default guarded(async function PeriodPage({ params, searchParams }: Props) {
  return statisticsPage(await periodOf(params), await searchParams);
});
