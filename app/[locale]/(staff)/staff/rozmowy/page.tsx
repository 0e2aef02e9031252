import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { callsView, type PageQuery } from '#app/intake/calls-view.ts';
import { CallForm } from '#components/staff/calls/call-form.tsx';
import { CallBacks, CallNumbers, CallTable } from '#components/staff/calls/call-lists.tsx';
import { CallKeys } from '#components/staff/calls/call-outcomes.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { formatDay } from '#lib/i18n/dates.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<PageQuery> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const [t, common] = await Promise.all([getTranslations('calls'), getTranslations('common')]);
  const state = await readFormState((await searchParams).f);
  return { title: state ? common('errorTitle', { title: t('title') }) : t('title') };
});

/** Calls: one being ended, those to be called back, and those of the day. */
export default guarded(async function CallsPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const [query, given, t] = [await searchParams, await getLocale(), await getTranslations('calls')];
  const locale = isLocale(given) ? given : 'pl';
  const requestId = (await headers()).get('x-request-id') ?? newId();
  const view = await callsView(actor, query, locale, requestId);
  return (
    <Main className="wrap q-page stack">
      <ErrorSummary errors={view.errors} />
      {view.done && (
        <Banner tone="ok" role="status">
          {t(`done.${view.done}`)}
        </Banner>
      )}
      <div className="q-head">
        <h1>{t('title')}</h1>
        <p className="meta">{t('lead')}</p>
      </div>
      <div className="call">
        <CallForm {...view.form} />
        <div className="stack">
          {view.backs.length > 0 && <CallBacks items={view.backs} shown={view.shown} />}
          <section aria-labelledby="day-title" className="stack">
            <h2 className="h-s" id="day-title">
              {t(view.all ? 'dayAll' : 'dayOwn', { day: formatDay(locale, view.day, 'weekday') })}
            </h2>
            <CallNumbers counts={view.counts} />
            <CallTable items={view.page.items} all={view.all} />
            <Pager label={t('pages')} previous={view.pages.previous} next={view.pages.next} />
          </section>
        </div>
      </div>
      <CallKeys />
    </Main>
  );
});
