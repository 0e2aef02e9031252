import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { RouteTester } from '#components/staff/admin/route-tester.tsx';
import { RuledCategories } from '#components/staff/admin/rule-list.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { listRuledCategories, tryRoute } from '#lib/directory/editing/queries-rules.ts';
import { listDistricts } from '#lib/directory/queries.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('admin.sections.rules');
  return { title: t('title') };
});

/** Where cases go: try it for a category and a district, and change the rules of a category. */
export default guarded(async function RulesPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const [query, given, t] = await Promise.all([searchParams, getLocale(), getTranslations('admin')]);
  const locale = isLocale(given) ? given : 'pl';
  const category = typeof query.kategoria === 'string' ? query.kategoria : '';
  const district = Number(query.dzielnica) || null;
  const [categories, districts, answer] = await Promise.all([
    listRuledCategories(actor, locale),
    listDistricts(locale),
    category ? tryRoute(actor, { category, district }, locale) : null,
  ]);
  return (
    <Main className="wrap page stack">
      <BackLink href="/staff/ustawienia">{t('title')}</BackLink>
      <h1>{t('sections.rules.title')}</h1>
      <p>{t('sections.rules.text')}</p>
      <RouteTester
        categories={categories}
        districts={districts}
        asked={{ category, district }}
        answer={answer}
      />
      <RuledCategories categories={categories} />
    </Main>
  );
});
