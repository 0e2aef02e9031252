import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { OpenDrafts } from '#components/form/draft-notes.tsx';
import { StepPage } from '#components/form/step-page.tsx';
import { WhatFields } from '#components/form/step-what.tsx';
import { Button } from '#components/ui/button.tsx';
import { openDrafts } from '#lib/filing/queries.ts';
import { progressOf } from '#lib/filing/steps.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { keptText, openState, ownerOfPage, titleOf } from './request.ts';
import { whatMessages } from './what-messages.ts';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ f?: string }> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations('filing');
  return { title: await titleOf(t('what.title'), await openState((await searchParams).f)) };
});

/** The first question. Nothing is stored until it is answered. */
export default guarded(async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  const state = await openState((await searchParams).f);
  const [t, messages, drafts] = await Promise.all([
    getTranslations('filing.next'),
    whatMessages(state),
    ownerOfPage().then(openDrafts),
  ]);
  return (
    <StepPage progress={progressOf('what')} back="/" errors={messages.all}>
      {state === null && <OpenDrafts drafts={drafts} />}
      <form method="post" action="/api/drafts" noValidate>
        <input type="hidden" name="kind" value="PROBLEM" />
        <input type="hidden" name="back" value={localePath(locale, '/zglos/problem')} />
        <WhatFields text={keptText(state, 'text') ?? ''} error={messages.at('text')} />
        <div className="form-act">
          <Button>{t('what')}</Button>
        </div>
      </form>
    </StepPage>
  );
});
