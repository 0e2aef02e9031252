import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { openDraft, openState, titleOf } from '#app/[locale]/(resident)/zglos/problem/request.ts';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { ExpiredDraft, ForeignDraft, LaterDraft, SentDraft } from '#components/form/draft-notes.tsx';
import { STEPS } from '#lib/filing/words.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { setStatus } from '#lib/platform/status.ts';
import { renderStep } from './steps.tsx';

type Props = {
  params: Promise<{ locale: string; draft: string; step: string }>;
  searchParams: Promise<{ f?: string; inaczej?: string }>;
};

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const { draft: id, step } = await params;
    const t = await getTranslations('filing');
    const opened = await openDraft(id);
    const robots = { index: false };
    if (opened.state !== 'open') return { title: t(`${opened.state}.title`), robots };
    const known = STEPS.find((one) => one === step);
    if (!known) return { title: t('later.title'), robots };
    const { f, inaczej } = await searchParams;
    const choosing = known === 'place' && opened.draft.pending && !inaczej;
    const title =
      known === 'check' ? t('check.shortTitle') : t(choosing ? 'place.choice.title' : `${known}.title`);
    return { title: await titleOf(title, await openState(f)), robots };
  },
);

/** One step of a draft, or what has become of it. */
export default guarded(async function Page({ params, searchParams }: Props) {
  const { locale, draft: id, step } = await params;
  const { f, inaczej } = await searchParams;
  const opened = await openDraft(id);
  const state = await openState(f);
  if (opened.state === 'expired') {
    setStatus(410);
    return <ExpiredDraft state={state?.values.text && f ? f : null} />;
  }
  if (opened.state === 'foreign') {
    setStatus(404);
    return <ForeignDraft />;
  }
  if (opened.state === 'sent') return <SentDraft sent={opened.sent} />;
  const { draft } = opened;
  if (step === 'later') return <LaterDraft draftId={id} expiresAt={draft.expiresAt} />;
  const known = STEPS.find((one) => one === step);
  if (!known) throw new AppError('NOT_FOUND');
  if (!draft.reachable.includes(known)) redirect(localePath(locale, `/zglos/problem/${id}/${draft.next}`));
  return renderStep({ draft, step: known, state, locale, anew: inaczej === '1' });
});
