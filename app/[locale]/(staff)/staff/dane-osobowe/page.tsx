import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { PersonFound } from '#components/staff/admin/person-found.tsx';
import { PersonSearch } from '#components/staff/admin/person-search.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { can } from '#lib/access/can.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { countPerson } from '#lib/privacy/queries/find.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations();
  const title = t('admin.sections.privacy.title');
  return { title: (await searchParams).f ? t('common.errorTitle', { title }) : title };
});

/** One person's data: found by address or number, handed over or erased. */
export default guarded(async function PersonalDataPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  if (!can(actor, 'privacy.handle')) throw new AppError('FORBIDDEN');
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('admin')]);
  const [state, sought] = await Promise.all([readFormState(query.f), readFormState(query.o)]);
  const typed = (name: string) => [sought?.values[name] ?? ''].flat()[0] ?? '';
  const who = { email: typed('email'), phone: typed('phone') };
  const counts = who.email || who.phone ? await countPerson(actor, who) : null;
  const path = localePath(locale, '/staff/dane-osobowe');
  return (
    <Main className="wrap page stack">
      <RefusedSummary state={state} />
      {query.zrobione !== undefined && (
        <Banner tone="ok" role="status">
          {t('privacy.done')}
        </Banner>
      )}
      <BackLink href="/staff/ustawienia">{t('title')}</BackLink>
      <div className="column stack">
        <h1>{t('sections.privacy.title')}</h1>
        <p>{t('privacy.lead')}</p>
        <PersonSearch state={counts ? null : state} path={path} />
        {counts && <PersonFound who={who} counts={counts} state={state} path={`${path}?o=${query.o}`} />}
      </div>
    </Main>
  );
});
