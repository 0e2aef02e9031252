import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import {
  FoundProcedures,
  NoProcedures,
  ProcedureSearchForm,
  ProcedureTopics,
} from '#components/resident/procedure-list.tsx';
import { Main } from '#components/ui/page.tsx';
import { findProcedures, listProcedures } from '#lib/directory/procedures/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';

const MOST = 20;
const LONGEST = 200;

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

function askedFor(query: Query): string {
  return ([query.q].flat()[0] ?? '').trim().slice(0, LONGEST);
}

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations('procedures');
  const asked = askedFor(await searchParams);
  if (!asked) return { title: t('title'), description: t('description') };
  const { length: count } = await findProcedures(asked, (await getLocale()) as Locale, MOST);
  return { title: t('search.title', { asked, count }), robots: { index: false } };
});

/** All cards by topic, or those that answer a resident's words. */
export default guarded(async function ProceduresPage({ searchParams }: Props) {
  const t = await getTranslations('procedures');
  const locale = (await getLocale()) as Locale;
  const asked = askedFor(await searchParams);
  const [found, groups] = asked
    ? [await findProcedures(asked, locale, MOST), []]
    : [[], await listProcedures(locale)];
  return (
    <Main className="wrap page pc-page">
      <div className="column stack">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <ProcedureSearchForm asked={asked} />
      </div>
      {asked === '' && <ProcedureTopics groups={groups} />}
      {found.length > 0 && <FoundProcedures found={found} />}
      {asked !== '' && found.length === 0 && <NoProcedures />}
    </Main>
  );
});
