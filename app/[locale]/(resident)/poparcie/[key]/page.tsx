import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { SupportLanding } from '#components/resident/ideas/support-landing.tsx';
import { LostWay } from '#components/resident/lost-way.tsx';
import { pathPart } from '#lib/platform/path-part.ts';
import { supportByKey, supportView } from '#lib/submissions/queries/supporter.ts';

type Props = { params: Promise<{ key: string }> };

/** Read once per request, for the title and for the page. Looking changes nothing. */
const read = cache(async (key: string, locale: string) => {
  const address = (await headers()).get('x-client-address') ?? 'unknown';
  return supportView(await supportByKey(pathPart(key), address), locale);
});

export const generateMetadata = guardedMetadata(async ({ params }: Props): Promise<Metadata> => {
  const view = await read((await params).key, await getLocale());
  const t = await getTranslations('ideas.landing');
  return { title: t(`${view.state}.title`, { kind: view.kind }), robots: { index: false, follow: false } };
}, 'errors.lost.support.title');

async function supportPage({ params }: Props) {
  const { key } = await params;
  return <SupportLanding view={await read(key, await getLocale())} supportKey={pathPart(key)} />;
}

export default guarded(supportPage, async () => <LostWay kind="support" />);
