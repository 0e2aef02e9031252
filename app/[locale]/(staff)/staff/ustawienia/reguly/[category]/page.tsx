import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { codeNames } from '#app/code-names.ts';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AddRule } from '#components/staff/admin/add-rule.tsx';
import { ChangeHistory } from '#components/staff/admin/change-history.tsx';
import { RuleList } from '#components/staff/admin/rule-list.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { rulesOf } from '#lib/directory/editing/queries-rules.ts';
import { listDepartments, listDistricts } from '#lib/directory/queries.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { historyOf } from '#lib/staff/queries/history.ts';

type Props = {
  params: Promise<{ category: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const given = await getLocale();
    const { category } = await rulesOf(
      await getStaffActor(),
      (await params).category,
      isLocale(given) ? given : 'pl',
    );
    const t = await getTranslations();
    const title = `${category.name}, ${t('admin.sections.rules.title')}`;
    return { title: (await searchParams).f ? t('common.errorTitle', { title }) : title };
  },
);

/** The rules of one category: the first that fits decides. */
export default guarded(async function CategoryRulesPage({ params, searchParams }: Props) {
  const actor = await getStaffActor();
  const [{ category: code }, query, given] = await Promise.all([params, searchParams, getLocale()]);
  const locale = isLocale(given) ? given : 'pl';
  const before = typeof query.przed === 'string' ? query.przed : undefined;
  const [ruled, history, departments, districts, state, names, t] = await Promise.all([
    rulesOf(actor, code, locale),
    historyOf(actor, 'directory.edit', `rules:${code}`, before),
    listDepartments(locale),
    listDistricts(locale),
    readFormState(query.f),
    codeNames(locale),
    getTranslations('admin'),
  ]);
  const path = `/staff/ustawienia/reguly/${code}`;
  const shared = { ruled, path: localePath(locale, path) };
  return (
    <Main className="wrap page stack">
      <RefusedSummary state={state} />
      {query.zrobione !== undefined && !state && (
        <Banner tone="ok" role="status">
          {t('records.saved')}
        </Banner>
      )}
      <BackLink href="/staff/ustawienia/reguly">{t('sections.rules.title')}</BackLink>
      <h1>{ruled.category.name}</h1>
      <RuleList {...shared} />
      <AddRule {...shared} departments={departments} districts={districts} state={state} />
      <ChangeHistory history={history} path={path} further={before !== undefined} names={names} />
    </Main>
  );
});
