import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { CaseCards } from '#components/staff/case-cards.tsx';
import { OfficerCase } from '#components/staff/officer-case.tsx';
import { QueuePane } from '#components/staff/queue-pane.tsx';
import { ShortcutsHelp } from '#components/staff/shortcuts-help.tsx';
import { WorkbenchCase } from '#components/staff/workbench-case.tsx';
import { isLocale, type Locale } from '#lib/i18n/languages.ts';
import { newId } from '#lib/platform/ids.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { viewContact } from '#lib/submissions/queries/staff-contact.ts';
import { CaseActions } from './case-actions.tsx';
import { caseCards } from './case-cards-view.ts';
import { CaseNotices } from './case-notices.tsx';
import { casePageView } from './case-page-view.ts';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Once for the title and the page. */
const readCase = cache(async (reference: string, locale: Locale) =>
  staffCase(await getStaffActor(), reference, locale),
);

async function pageLocale(): Promise<Locale> {
  const given = await getLocale();
  return isLocale(given) ? given : 'pl';
}

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const item = await readCase((await params).reference, await pageLocale());
    const t = await getTranslations('common');
    const title = `${item.reference}, ${item.category.name}`;
    const { f, wstaw, podglad } = await searchParams;
    const refused = f !== undefined && wstaw === undefined && podglad === undefined;
    return { title: refused ? t('errorTitle', { title }) : title };
  },
);

/** One case with everything about it; what may be done is asked of the policy, form by form. */
export default guarded(async function CasePage({ params, searchParams }: Props) {
  const actor = await getStaffActor();
  const [{ reference }, query, locale] = [await params, await searchParams, await pageLocale()];
  const [item, t] = await Promise.all([readCase(reference, locale), getTranslations('staff.case')]);
  const page = await casePageView(actor, item, query, locale);
  const requestId = (await headers()).get('x-request-id') ?? newId();
  const contact =
    query.kontakt === '1' && item.contact.masked ? await viewContact(actor, item.reference, requestId) : null;
  const parts = {
    view: page.view,
    contact,
    cards: <CaseCards cards={await caseCards(item, locale)} />,
    notices: <CaseNotices page={page} />,
    actions: <CaseActions page={page} />,
    words: { back: t('back'), aside: t('facts') },
  };
  if (page.desk === 'department') return <OfficerCase {...parts} />;
  const pane = (
    <QueuePane {...page.queue} current={item.reference} today={page.view.today} list={page.view.list} />
  );
  return <WorkbenchCase {...parts} pane={pane} keys={<ShortcutsHelp actions={page.actions} />} />;
});
