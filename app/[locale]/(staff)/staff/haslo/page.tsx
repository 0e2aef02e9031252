import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { OtherLanguages } from '#components/resident/site-languages.tsx';
import { PasswordForm } from '#components/staff/password-form.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { SignOut } from '#components/staff/staff-header.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Main } from '#components/ui/page.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { findDepartment } from '#lib/directory/queries.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations();
  const title = t('staff.password.title');
  const refused = (await searchParams).f !== undefined;
  return { title: refused ? t('common.errorTitle', { title }) : title };
});

/** One's own account: who one is here, and a new password. */
export default guarded(async function PasswordPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const query = await searchParams;
  const locale = await getLocale();
  const [t, common, state, unit] = await Promise.all([
    getTranslations('staff'),
    getTranslations('common'),
    readFormState(query.f),
    actor.department ? findDepartment(actor.department, isLocale(locale) ? locale : 'pl') : null,
  ]);
  const rows = [
    { term: t('password.who'), value: actor.name },
    { term: t('password.role'), value: t(`roles.${actor.role}`) },
    ...(unit ? [{ term: t('password.department'), value: unit.name }] : []),
  ];
  return (
    <Main className="wrap page stack">
      <RefusedSummary state={state} />
      {query.zrobione === 'haslo' && !state && (
        <Banner tone="ok" role="status">
          {t('password.done')}
        </Banner>
      )}
      <div className="column stack">
        <h1>{t('password.title')}</h1>
        <SummaryList rows={rows} />
        <SignOut />
        <h2>{t('password.change')}</h2>
        <PasswordForm state={state} path={localePath(locale, '/staff/haslo')} />
        <h2 id="languages">{common('nav.language')}</h2>
        <ul className="list-plain" aria-labelledby="languages">
          <OtherLanguages path="/staff/haslo" />
        </ul>
      </div>
    </Main>
  );
});
