import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ExpiredDraft, ForeignDraft, LaterDraft, SentDraft } from '#components/form/draft-notes.tsx';
import { draftPath, STEPS, type Step } from '#lib/filing/words.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { setStatus } from '#lib/platform/status.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { openDraft, openState, titleOf } from './request.ts';
import { renderStep } from './steps.tsx';
import { whatTitle } from './what-step.tsx';

export type StepProps = {
  params: Promise<{ locale: string; draft: string; step: string }>;
  searchParams: Promise<{ f?: string; inaczej?: string }>;
};

export async function stepMetadata(kind: Kind, { params, searchParams }: StepProps): Promise<Metadata> {
  const { draft: id, step } = await params;
  const t = await getTranslations('filing');
  const opened = await openDraft(id);
  const robots = { index: false };
  if (opened.state !== 'open') return { title: t(`${opened.state}.title`), robots };
  const known = STEPS.find((one) => one === step);
  if (!known) return { title: t('later.title'), robots };
  const { f, inaczej } = await searchParams;
  const choosing = known === 'place' && opened.draft.pending && !inaczej;
  const title = choosing ? t('place.choice.title') : await stepTitle(kind, known);
  return { title: await titleOf(title, await openState(f)), robots };
}

async function stepTitle(kind: Kind, step: Step): Promise<string> {
  if (step === 'what') return whatTitle(kind);
  if (step === 'cards') return (await getTranslations('procedures.hints'))('title');
  if (step === 'category') return (await getTranslations(`kinds.${kind}`))('category.title');
  const t = await getTranslations('filing');
  return step === 'check' ? t('check.shortTitle') : t(`${step}.title`);
}

/** One step of a draft, or what has become of it. */
export async function stepPage(kind: Kind, { params, searchParams }: StepProps): Promise<ReactNode> {
  const { locale, draft: id, step } = await params;
  const { f, inaczej } = await searchParams;
  const opened = await openDraft(id);
  const state = await openState(f);
  if (opened.state === 'expired') {
    setStatus(410);
    return <ExpiredDraft kind={kind} state={state?.values.text && f ? f : null} />;
  }
  if (opened.state === 'foreign') {
    setStatus(404);
    return <ForeignDraft kind={kind} />;
  }
  if (opened.state === 'sent') return <SentDraft sent={opened.sent} />;
  const { draft } = opened;
  const known = STEPS.find((one) => one === step);
  if (!known && step !== 'later') throw new AppError('NOT_FOUND');
  // Opened under another kind's address, or before its turn.
  if (draft.kind !== kind) redirect(localePath(locale, draftPath(draft.kind, id, known ?? 'later')));
  if (!known) return <LaterDraft kind={kind} draftId={id} expiresAt={draft.expiresAt} />;
  if (!draft.reachable.includes(known)) redirect(localePath(locale, draftPath(kind, id, draft.next)));
  return renderStep({ draft, step: known, state, locale, anew: inaczej === '1' });
}
