import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { keptOf } from '#app/kept-form.ts';
import { readCase } from '#app/read-case.ts';
import { caseTitle } from '#components/resident/case-title.ts';
import { IdeaView } from '#components/resident/ideas/idea-view.tsx';
import { LostWay } from '#components/resident/lost-way.tsx';
import { PublicCaseView } from '#components/resident/public-case-view.tsx';
import { type Locale, localePath } from '#lib/i18n/languages.ts';
import { drawOutline } from '#lib/places/outline.ts';
import { listDistrictShapes } from '#lib/places/queries.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import type { PublicCase } from '#lib/submissions/dto.ts';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const locale = (await getLocale()) as Locale;
    const item = await readCase((await params).reference, locale);
    const title = caseTitle(item, await getTranslations('list'));
    const words = await getTranslations('statuses');
    const common = await getTranslations('common');
    const named = `${title} (${item.reference})`;
    return {
      title: (await searchParams).f ? common('errorTitle', { title: named }) : named,
      alternates: { canonical: localePath(locale, `/zgloszenia/${item.reference}`) },
      openGraph: { title, description: words(item.outcome ?? item.status), type: 'article' },
    };
  },
  'errors.lost.case.title',
);

async function casePage({ params, searchParams }: Props) {
  const locale = (await getLocale()) as Locale;
  const item = await readCase((await params).reference, locale);
  const query = await searchParams;
  const kept = await keptOf(query, locale);
  const shown = {
    item,
    outline: await outlineOf(item),
    asked: { sent: query.poparcie === 'wyslane', kept },
    errors: kept.errors,
  };
  return item.kind === 'IDEA' ? <IdeaView {...shown} /> : <PublicCaseView {...shown} />;
}

export default guarded(casePage, async ({ params }) => (
  <LostWay kind="case" reference={normaliseReference((await params).reference) ?? undefined} />
));

async function outlineOf({ point, district }: PublicCase) {
  if (!point || point.precision === 'DISTRICT' || !district) return null;
  const shape = (await listDistrictShapes()).find(({ number }) => number === district.number);
  return shape ? drawOutline(shape.outline, point) : null;
}
