import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { casePath } from '#components/staff/case-view.ts';
import { NoDesk } from '#components/staff/no-desk.tsx';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { adminSections } from '#lib/staff/sections.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { findTyped } from '#lib/submissions/queries/staff-find.ts';
import { DepartmentList } from './department-list.tsx';
import { queueView } from './queue-view.ts';
import { TriageList } from './triage-list.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const actor = await getStaffActor();
  const desk = deskOf(actor);
  const [t, common] = await Promise.all([getTranslations('staff'), getTranslations('common')]);
  if (desk === 'none') return { title: t('administrator.title') };
  const query = await searchParams;
  const { tab } = readQueueFilter(query, desk);
  const list = t(`queue.tabs.${tab}`);
  const title = desk === 'department' ? list : `${list}, ${t('queue.title')}`;
  return { title: query.f === undefined ? title : common('errorTitle', { title }) };
});

/** The list a person works from. A number or a code typed into the search leads straight to its case. */
export default guarded(async function StaffPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const query = await searchParams;
  const given = await getLocale();
  const locale = isLocale(given) ? given : 'pl';
  const desk = deskOf(actor);
  if (desk === 'none') return <NoDesk sections={adminSections(actor)} />;
  const filter = readQueueFilter(query, desk);
  const found = filter.q ? await findTyped(actor, filter.q) : null;
  if (found) redirect(localePath(locale, casePath(found, '')));
  const [view, state] = await Promise.all([queueView(actor, filter, query, locale), readFormState(query.f)]);
  return desk === 'department' ? (
    <DepartmentList view={view} state={state} query={query} />
  ) : (
    <TriageList view={view} state={state} query={query} actor={actor} />
  );
});
