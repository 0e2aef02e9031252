import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { IntakeReceipt } from '#components/staff/intake/intake-receipt.tsx';
import { readConversation } from '#lib/filing/conversation.ts';
import { filedCases } from '#lib/filing/queries-intake.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('intake.receipt');
  return { title: t('title') };
});

/** What was filed: shown again on reload for an hour, and to nobody but who filed it. */
export default guarded(async function FiledPage({ searchParams }: Props) {
  const actor = await getStaffActor();
  const [query, given] = [await searchParams, await getLocale()];
  const locale = isLocale(given) ? given : 'pl';
  const conversation = await readConversation(actor, query.r);
  const cases = conversation ? await filedCases(actor, conversation.filed, locale) : [];
  if (!conversation || cases.length === 0) redirect(localePath(locale, '/staff/nowe'));
  return (
    <IntakeReceipt
      id={String(query.r)}
      conversation={conversation}
      cases={cases}
      changed={query.inne === '1'}
    />
  );
});
