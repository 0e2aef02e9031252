import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { IdeaFields } from '#components/form/step-idea.tsx';
import { QuestionFields } from '#components/form/step-question.tsx';
import { WhatFields } from '#components/form/step-what.tsx';
import type { ProcedureHit } from '#lib/directory/procedure-dto.ts';
import type { DraftView } from '#lib/filing/dto.ts';
import type { FormState } from '#lib/platform/form-state.ts';
import { tidyText } from '#lib/submissions/schema.ts';
import { type Kind, MAX_TEXT } from '#lib/submissions/words.ts';
import { keptText, type Messages, messagesOf } from './request.ts';

/** What the first question of a kind is called. */
export async function whatTitle(kind: Kind): Promise<string> {
  if (kind === 'IDEA') return (await getTranslations('kinds.idea'))('title');
  if (kind === 'QUESTION') return (await getTranslations('kinds.question'))('title');
  return (await getTranslations('filing.what'))('title');
}

/** Messages of the first question; a text that is too long is told by how much. */
export async function whatMessages(kind: Kind, state: FormState | null): Promise<Messages> {
  const t = await getTranslations('filing.what');
  const words = await getTranslations(`kinds.${kind}`);
  const over = tidyText(keptText(state, 'text') ?? '').length - MAX_TEXT;
  return messagesOf(state, (key) => {
    if (key === 'validation.textRequired') return words('textRequired');
    return key === 'validation.tooLong' && over > 0 ? t('tooLong', { count: over }) : null;
  });
}

type WhatFieldsProps = {
  kind: Kind;
  state: FormState | null;
  messages: Messages;
  /** Null: nothing was answered yet. */
  draft: DraftView | null;
  /** The card that a question is asked from. */
  card?: ProcedureHit | null;
};

/** The fields of the first question, with what was typed before. */
export function whatFields({ kind, state, messages, draft, card = null }: WhatFieldsProps): ReactNode {
  const text = keptText(state, 'text') ?? draft?.text ?? '';
  const error = messages.at('text');
  if (kind === 'QUESTION')
    return <QuestionFields text={text} error={error} card={draft?.procedure ?? card} />;
  if (kind === 'PROBLEM') return <WhatFields text={text} error={error} />;
  const title = keptText(state, 'title') ?? draft?.title ?? '';
  return <IdeaFields values={{ title, text }} errors={{ title: messages.at('title'), text: error }} />;
}
