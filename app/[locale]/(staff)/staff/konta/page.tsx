import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AccountFilters } from '#components/staff/admin/account-filters.tsx';
import { AccountList } from '#components/staff/admin/account-list.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listDepartments } from '#lib/directory/queries.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import type { AccountFilter } from '#lib/staff/account-dto.ts';
import { readAccountFilter } from '#lib/staff/account-schema.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { listAccounts } from '#lib/staff/queries/accounts.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('admin.accounts');
  return { title: t('title') };
});

/** Everybody who has an account. */
export default guarded(async function AccountsPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const given = await getLocale();
  const locale = isLocale(given) ? given : 'pl';
  const filter = readAccountFilter(await searchParams);
  const [page, departments, t, admin] = await Promise.all([
    listAccounts(actor, filter, locale),
    listDepartments(locale),
    getTranslations('admin.accounts'),
    getTranslations('admin'),
  ]);
  return (
    <Main className="wrap page stack">
      <BackLink href="/staff/ustawienia">{admin('title')}</BackLink>
      <div className="adm-head">
        <h1>{t('title')}</h1>
        <LinkButton look="plain" href="/staff/konta/nowe">
          {t('new')}
        </LinkButton>
      </div>
      <AccountFilters filter={filter} departments={departments} />
      <AccountList items={page.items} />
      <Pager
        label={t('pages')}
        previous={filter.after ? pathOf({ ...filter, after: '' }) : null}
        next={page.next ? pathOf({ ...filter, after: page.next }) : null}
      />
    </Main>
  );
});

function pathOf({ q, role, department, state, after }: AccountFilter): string {
  const query = new URLSearchParams({ q, rola: role, jednostka: department, stan: state, po: after });
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return `/staff/konta${query.size > 0 ? `?${query}` : ''}`;
}
