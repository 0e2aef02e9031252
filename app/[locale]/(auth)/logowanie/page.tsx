import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { SignInForm } from '#components/staff/sign-in-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Main } from '#components/ui/page.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { safePath } from '#lib/platform/http-request.ts';
import { currentStaff } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations();
  const title = t('staff.signIn.title');
  const refused = (await searchParams).f !== undefined;
  return { title: refused ? t('common.errorTitle', { title }) : title, robots: { index: false } };
});

/** Signing in, for staff alone. Whoever is signed in already goes straight to the list. */
export default guarded(async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const locale = await getLocale();
  const next = safePath(query.next);
  if (await currentStaff()) redirect(next ?? localePath(locale, '/staff'));
  const [t, state] = await Promise.all([getTranslations('staff.signIn'), readFormState(query.f)]);
  const here = localePath(locale, '/logowanie');
  return (
    <Main className="wrap form-page stack">
      <RefusedSummary state={state} />
      {query.zrobione === 'wylogowanie' && !state && (
        <Banner tone="ok" role="status">
          {t('ended')}
        </Banner>
      )}
      <div className="column stack">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <SignInForm
          state={state}
          next={next}
          back={next ? `${here}?next=${encodeURIComponent(next)}` : here}
        />
        <p className="meta">{t('forgotten')}</p>
      </div>
    </Main>
  );
});
