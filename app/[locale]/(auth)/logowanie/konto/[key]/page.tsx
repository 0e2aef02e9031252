import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { FirstPasswordForm } from '#components/staff/first-password-form.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { ErrorPage } from '#components/ui/error-page.tsx';
import { Main } from '#components/ui/page.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { setStatus } from '#lib/platform/status.ts';
import { invitedBy } from '#lib/staff/queries/invited.ts';

type Props = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations();
  const title = t('admin.first.title');
  const refused = (await searchParams).f !== undefined;
  return { title: refused ? t('common.errorTitle', { title }) : title, robots: { index: false } };
});

/** Where the mailed link of an account leads. Opening it uses nothing up; setting the password does. */
export default guarded(async function FirstPasswordPage({ params, searchParams }: Props) {
  const [{ key }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const address = (await headers()).get('x-client-address') ?? 'unknown';
  const invited = await invitedBy(key, address);
  if (!invited) return <UsedUp />;
  const [t, state] = await Promise.all([getTranslations('admin.first'), readFormState(query.f)]);
  return (
    <Main className="wrap form-page stack">
      <RefusedSummary state={state} />
      <div className="column stack">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead', { name: invited.name, email: invited.email })}</p>
        <FirstPasswordForm
          state={state}
          linkKey={key}
          path={localePath(locale, `/logowanie/konto/${key}`)}
          email={invited.email}
        />
      </div>
    </Main>
  );
});

/** Most who open a used link have their password already: the way on is to sign in. */
async function UsedUp() {
  setStatus(410);
  const t = await getTranslations();
  return (
    <ErrorPage status={410} lead={t('admin.first.gone')}>
      <LinkButton href="/logowanie">{t('errors.page.signIn')}</LinkButton>
    </ErrorPage>
  );
}
