import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AccountForm } from '#components/staff/admin/account-form.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { can } from '#lib/access/can.ts';
import { listDepartments } from '#lib/directory/queries.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations();
  const title = t('admin.accounts.new');
  const refused = (await searchParams).f !== undefined;
  return { title: refused ? t('common.errorTitle', { title }) : title };
});

/** An account for somebody new. */
export default guarded(async function NewAccountPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  const query = await searchParams;
  const given = await getLocale();
  const locale = isLocale(given) ? given : 'pl';
  const [t, state, departments] = await Promise.all([
    getTranslations('admin.accounts'),
    readFormState(query.f),
    listDepartments(locale),
  ]);
  return (
    <Main className="wrap page stack">
      <RefusedSummary state={state} />
      <BackLink href="/staff/konta">{t('title')}</BackLink>
      <div className="column stack">
        <h1>{t('new')}</h1>
        <p>{t('newLead')}</p>
        <AccountForm
          account={null}
          departments={departments}
          state={state}
          path={localePath(locale, '/staff/konta/nowe')}
        />
      </div>
    </Main>
  );
});
