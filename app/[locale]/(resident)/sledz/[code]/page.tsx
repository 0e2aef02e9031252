import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { keptOf } from '#app/kept-form.ts';
import { qrSvg } from '#app/qr.ts';
import { LostWay } from '#components/resident/lost-way.tsx';
import { TrackedView } from '#components/resident/tracking/tracked-view.tsx';
import { type Locale, localePath } from '#lib/i18n/languages.ts';
import { drawOutline } from '#lib/places/outline.ts';
import { listDistrictShapes } from '#lib/places/queries.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { pathPart } from '#lib/platform/path-part.ts';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import { guessReporter } from '#lib/submissions/queries/reporter.ts';
import { trackedCase } from '#lib/submissions/queries/tracking.ts';
import { COMMANDS } from '#lib/submissions/words.ts';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const t = await getTranslations('tracking');
    const [{ code }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
    const { kind } = await findCase(code, locale as Locale);
    const words = await getTranslations(`kinds.${kind}`);
    const common = await getTranslations('common');
    const title = query.przyjete !== undefined ? words('receipt.title') : t('title');
    return {
      title: query.f ? common('errorTitle', { title }) : title,
      robots: { index: false, follow: false },
    };
  },
  'errors.lost.tracking.title',
);

async function trackingPage({ params, searchParams }: Props) {
  const [{ code }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const tracked = await findCase(code, locale as Locale);
  const done = COMMANDS.find((command) => command === query.zrobione) ?? null;
  return (
    <TrackedView
      tracked={tracked}
      firstView={query.przyjete !== undefined}
      done={done}
      kept={await keptOf(query, locale)}
      outline={await outlineOf(tracked)}
      qr={await qrSvg(env.APP_URL + localePath(locale, `/sledz/${tracked.code.replaceAll('-', '')}`))}
    />
  );
}

export default guarded(trackingPage, async () => <LostWay kind="tracking" />);

/** A wrong code costs a guess; a right one does not. Read once per request, for the title and for the page. */
const findCase = cache(async (code: string, locale: Locale): Promise<TrackedCase> => {
  const address = (await headers()).get('x-client-address') ?? 'unknown';
  const reporter = await guessReporter(pathPart(code), address);
  if (!reporter) throw new AppError('NOT_FOUND');
  return trackedCase(reporter, locale);
});

async function outlineOf({ place, district }: TrackedCase) {
  if (place?.lat == null || place.lng == null || !district) return null;
  const shape = (await listDistrictShapes()).find(({ number }) => number === district.number);
  return shape ? drawOutline(shape.outline, { lat: place.lat, lng: place.lng }) : null;
}
