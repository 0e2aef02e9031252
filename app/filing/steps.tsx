import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CardsStep } from '#components/form/step-cards.tsx';
import { CategoryFields, OutsideHint } from '#components/form/step-category.tsx';
import { ContactFields } from '#components/form/step-contact.tsx';
import { DangerAdvice } from '#components/form/step-danger.tsx';
import { StepActions, StepForm } from '#components/form/step-form.tsx';
import { StepPage } from '#components/form/step-page.tsx';
import { listCategories, suggestCategories, suggestInstitution } from '#lib/directory/queries.ts';
import { urgentContact } from '#lib/filing/queries.ts';
import { progressOf } from '#lib/filing/steps.ts';
import type { Step } from '#lib/filing/words.ts';
import { checkStep } from './check-step.tsx';
import { pathsOf, type StepView } from './paths.ts';
import { photosStep } from './photos-step.tsx';
import { placeStep } from './place-step.tsx';
import { keptText, type Messages, messagesOf } from './request.ts';
import { whatFields, whatMessages } from './what-step.tsx';

const RENDER: Record<Step, (view: StepView) => Promise<ReactNode>> = {
  what: whatStep,
  cards: cardsStep,
  category: categoryStep,
  danger: dangerStep,
  place: placeStep,
  photos: photosStep,
  contact: contactStep,
  check: checkStep,
};

export function renderStep(view: StepView): Promise<ReactNode> {
  return RENDER[view.step](view);
}

type PlainStepProps = {
  view: StepView;
  step: Exclude<Step, 'check'>;
  /** What the button says, where it is not what the step is called. */
  label?: string;
  messages: Messages;
  children: ReactNode;
};

/** A step that is one column and one form. */
async function plainStep({ view, step, label, messages, children }: PlainStepProps) {
  const t = await getTranslations('filing.next');
  const { before, own } = pathsOf(view);
  return (
    <StepPage
      kind={view.draft.kind}
      progress={progressOf(view.draft.kind, step)}
      back={before}
      errors={messages.all}
    >
      <StepForm draftId={view.draft.id} step={step} back={own}>
        {children}
        <StepActions label={label ?? t(step)} />
      </StepForm>
    </StepPage>
  );
}

async function whatStep(view: StepView) {
  const { state, draft } = view;
  const messages = await whatMessages(draft.kind, state);
  const children = whatFields({ kind: draft.kind, state, messages, draft });
  return plainStep({ view, step: 'what', messages, children });
}

/** Cards that may answer a question, before it is asked. */
async function cardsStep(view: StepView) {
  const [t, messages] = await Promise.all([getTranslations('procedures.hints'), messagesOf(view.state)]);
  const children = <CardsStep cards={view.draft.cards} />;
  return plainStep({ view, step: 'cards', label: t('ask'), messages, children });
}

async function categoryStep(view: StepView) {
  const { kind, locale, category, procedure } = view.draft;
  const text = [procedure?.title, view.draft.text].filter(Boolean).join('. ');
  const [t, messages, suggestions, groups, institution] = await Promise.all([
    getTranslations(`kinds.${kind}`),
    messagesOf(view.state),
    suggestCategories({ kind, text, lang: locale }),
    listCategories(kind, locale),
    suggestInstitution(text, locale),
  ]);
  // A wrong guess about a question costs little: whoever answers sees it. A fault has to reach who mends it.
  const likely = kind === 'QUESTION' ? (suggestions[0]?.code ?? null) : null;
  const children = (
    <>
      <h1>{t('category.title')}</h1>
      <p className="lead">{t('category.lead')}</p>
      {institution && <OutsideHint institution={institution} />}
      <CategoryFields
        title={t('category.title')}
        suggestions={suggestions}
        groups={groups}
        chosen={category?.code ?? likely}
        error={messages.at('category')}
      />
    </>
  );
  return plainStep({ view, step: 'category', messages, children });
}

async function dangerStep(view: StepView) {
  const { category, locale } = view.draft;
  const office = category ? await urgentContact(category.departmentCode, locale) : null;
  const [t, messages] = await Promise.all([getTranslations('filing.danger'), messagesOf(view.state)]);
  const children = <DangerAdvice office={office} />;
  return plainStep({ view, step: 'danger', label: t('next'), messages, children });
}

async function contactStep(view: StepView) {
  const { contact, kind } = view.draft;
  const messages = await messagesOf(view.state);
  const value = (name: 'name' | 'email' | 'phone') => keptText(view.state, name) ?? contact[name] ?? '';
  const children = (
    <ContactFields
      kind={kind}
      values={{ name: value('name'), email: value('email'), phone: value('phone') }}
      errors={{ name: messages.at('name'), email: messages.at('email'), phone: messages.at('phone') }}
    />
  );
  return plainStep({ view, step: 'contact', messages, children });
}
