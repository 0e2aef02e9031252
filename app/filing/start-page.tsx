import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { OpenDrafts } from '#components/form/draft-notes.tsx';
import { StepPage } from '#components/form/step-page.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { knownProcedures } from '#lib/directory/procedures/queries.ts';
import { openDrafts } from '#lib/filing/queries.ts';
import { progressOf } from '#lib/filing/steps.ts';
import { FORM_PATHS } from '#lib/filing/words.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { keptText, openState, ownerOfPage, titleOf } from './request.ts';
import { whatFields, whatMessages, whatTitle } from './what-step.tsx';

export type StartProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ f?: string; karta?: string | string[] }>;
};

export async function startMetadata(kind: Kind, { searchParams }: StartProps): Promise<Metadata> {
  return { title: await titleOf(await whatTitle(kind), await openState((await searchParams).f)) };
}

/** The first question of a kind. Nothing is stored until it is answered. */
export async function startPage(kind: Kind, { params, searchParams }: StartProps): Promise<ReactNode> {
  const { locale } = await params;
  const { f, karta } = await searchParams;
  const state = await openState(f);
  const [t, messages, drafts, card] = await Promise.all([
    getTranslations('filing.next'),
    whatMessages(kind, state),
    ownerOfPage().then(openDrafts),
    askedCard(keptText(state, 'procedure') ?? [karta].flat()[0], locale),
  ]);
  return (
    <StepPage kind={kind} progress={progressOf(kind, 'what')} back="/" errors={messages.all}>
      {state === null && <OpenDrafts drafts={drafts} />}
      <form method="post" action="/api/drafts" noValidate>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="back" value={localePath(locale, FORM_PATHS[kind])} />
        {whatFields({ kind, state, messages, draft: null, card })}
        <div className="form-act">
          <Button>{t('what')}</Button>
        </div>
      </form>
    </StepPage>
  );
}

/** The card that a question is asked from, when the address or the refused form names one that there is. */
async function askedCard(code: string | undefined, locale: string): Promise<ProcedureHit | null> {
  const [card] = code && isLocale(locale) ? await knownProcedures([code], locale) : [];
  return card ?? null;
}
