import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { AccountActions } from '#components/staff/admin/account-actions.tsx';
import { AccountForm } from '#components/staff/admin/account-form.tsx';
import { HeldNotice, LinkNotice } from '#components/staff/admin/account-notices.tsx';
import { AccountStateBadge } from '#components/staff/admin/account-state.tsx';
import { ChangeHistory } from '#components/staff/admin/change-history.tsx';
import { ConflictNote } from '#components/staff/admin/conflict-note.tsx';
import { type Refused, RefusedSummary } from '#components/staff/refused.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import type { DepartmentDto } from '#lib/directory/dto.ts';
import { listDepartments } from '#lib/directory/queries.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import type { AccountDto } from '#lib/staff/account-dto.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { getAccount } from '#lib/staff/queries/accounts.ts';
import { historyOf } from '#lib/staff/queries/history.ts';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ['create', 'edit', 'disable', 'enable', 'reset'] as const;

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const actor = await getStaffActor();
    const { name } = await getAccount(actor, (await params).id, 'pl');
    const t = await getTranslations();
    const title = `${name}, ${t('admin.accounts.title')}`;
    const refused = (await searchParams).f !== undefined;
    return { title: refused ? t('common.errorTitle', { title }) : title };
  },
);

/** One account: who it is, whether it works, and everything that was changed about it. */
export default guarded(async function AccountPage({ params, searchParams }: Props) {
  const actor = await getStaffActor();
  const [{ id }, query, given] = await Promise.all([params, searchParams, getLocale()]);
  const locale = isLocale(given) ? given : 'pl';
  const before = typeof query.przed === 'string' ? query.przed : undefined;
  const [account, history, departments, state, t] = await Promise.all([
    getAccount(actor, id, locale),
    historyOf(actor, 'account.manage', `account:${id}`, before),
    listDepartments(locale),
    readFormState(query.f),
    getTranslations('admin.accounts'),
  ]);
  const path = `/staff/konta/${id}`;
  return (
    <Main className="wrap page stack">
      <AccountNotices account={account} state={state} done={query.zrobione} />
      <BackLink href="/staff/konta">{t('title')}</BackLink>
      <AccountHead account={account} />
      <HeldNotice account={account} />
      <LinkNotice account={account} />
      <div className="adm-two">
        <AccountForm
          account={account}
          departments={departments}
          state={state}
          path={localePath(locale, path)}
        />
        <AccountActions account={account} path={localePath(locale, path)} />
      </div>
      <ChangeHistory
        history={history}
        path={path}
        further={before !== undefined}
        names={namesOf(departments)}
      />
    </Main>
  );
});

const namesOf = (departments: DepartmentDto[]) =>
  Object.fromEntries(departments.map(({ code, name }) => [code, name]));

type NoticesProps = { account: AccountDto; state: Refused | null; done: unknown };

/** What came of the last form: refused, in conflict, or done. */
async function AccountNotices({ account, state, done }: NoticesProps) {
  const t = await getTranslations('admin.accounts.done');
  const said = DONE.find((each) => each === done);
  if (state?.code === 'CONFLICT') return <ConflictNote state={state} saved={await savedOf(account)} />;
  if (state) return <RefusedSummary state={state} />;
  return said ? (
    <Banner tone="ok" role="status">
      {t(said)}
    </Banner>
  ) : null;
}

async function AccountHead({ account }: { account: AccountDto }) {
  const t = await getTranslations('admin.accounts');
  return (
    <div className="adm-head">
      <h1>{account.name}</h1>
      <AccountStateBadge state={account.state} />
      <span className="meta">
        {t('since')} <DateText at={account.createdAt} as="date" />
      </span>
    </div>
  );
}

async function savedOf({ name, email, role, department }: AccountDto) {
  const [t, roles] = await Promise.all([getTranslations('admin.fields'), getTranslations('staff.roles')]);
  return [
    { field: 'name', label: t('person'), held: name, value: name },
    { field: 'email', label: t('email'), held: email, value: email },
    { field: 'role', label: t('role'), held: role, value: roles(role) },
    {
      field: 'department',
      label: t('department'),
      held: department?.code ?? '',
      value: department?.name ?? '',
    },
  ];
}
