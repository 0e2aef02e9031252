import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { FailedMails } from '#components/staff/failed-mails.tsx';
import { OversightDesk } from '#components/staff/oversight-desk.tsx';
import { isLocale } from '#lib/i18n/languages.ts';
import { failedMails } from '#lib/notifications/queries/failed-mails.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { oversight } from '#lib/submissions/queries/oversight.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const [t, common] = await Promise.all([getTranslations('workday.oversight'), getTranslations('common')]);
  const title = t('title');
  return { title: (await searchParams).f === undefined ? title : common('errorTitle', { title }) };
});

/** The supervisor's desk: what burns, whose hands are full, and which mails did not arrive. */
export default guarded(async function OversightPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const query = await searchParams;
  const given = await getLocale();
  const locale = isLocale(given) ? given : 'pl';
  const [view, mails, state] = await Promise.all([
    oversight(actor, locale),
    failedMails(actor, locale),
    readFormState(query.f),
  ]);
  const done = query.zrobione === 'retry' || query.zrobione === 'address';
  return (
    <OversightDesk view={view} today={cityDay(now())} state={state} done={done}>
      {view.desk === 'triage' && <FailedMails mails={mails} today={cityDay(now())} state={state} />}
    </OversightDesk>
  );
});
