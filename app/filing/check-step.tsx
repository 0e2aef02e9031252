import { getTranslations } from 'next-intl/server';
import { Answers, FoundBanner, PrivacyLine, WhatNext } from '#components/form/step-check.tsx';
import { StepPage } from '#components/form/step-page.tsx';
import { TownBanner } from '#components/form/town-banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { detectPersonalData } from '#lib/contacts/detect.ts';
import { outlookOf } from '#lib/filing/queries.ts';
import { progressOf } from '#lib/filing/steps.ts';
import { pathsOf, type StepView } from './paths.ts';
import { messagesOf } from './request.ts';

/** Everything once more before it is sent. */
export async function checkStep(view: StepView) {
  const { draft } = view;
  const words = await getTranslations(`kinds.${draft.kind}`);
  const [t, messages, outlook] = await Promise.all([
    getTranslations('filing'),
    messagesOf(view.state),
    draft.category ? outlookOf(draft.category) : null,
  ]);
  const { before, own } = pathsOf(view);
  return (
    <StepPage
      kind={draft.kind}
      progress={progressOf(draft.kind, 'check')}
      back={before}
      errors={messages.all}
    >
      <h1>{t('check.title')}</h1>
      <Answers draft={draft} />
      <TownBanner draft={draft} />
      <FoundBanner draft={draft} found={detectPersonalData([draft.title, draft.text].join('\n'))} />
      {outlook && (
        <WhatNext
          kind={draft.kind}
          outlook={outlook}
          hasEmail={draft.contact.email !== null}
          sensitive={draft.category?.sensitive ?? false}
        />
      )}
      <form method="post" action={`/api/drafts/${draft.id}/submit`} className="form-act">
        <input type="hidden" name="back" value={own} />
        <Button>{words('check.submit')}</Button>
      </form>
      <PrivacyLine />
    </StepPage>
  );
}
