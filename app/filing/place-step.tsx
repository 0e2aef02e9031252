import { getTranslations } from 'next-intl/server';
import { ChoiceFields } from '#components/form/step-choice.tsx';
import { StepActions, StepForm } from '#components/form/step-form.tsx';
import { StepPage } from '#components/form/step-page.tsx';
import { PlaceFields } from '#components/form/step-place.tsx';
import { listDistricts } from '#lib/directory/queries.ts';
import type { DraftView } from '#lib/filing/dto.ts';
import { progressOf } from '#lib/filing/steps.ts';
import { draftPath } from '#lib/filing/words.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { env } from '#lib/platform/env.ts';
import type { FormState } from '#lib/platform/form-state.ts';
import { pathsOf, type StepView } from './paths.ts';
import { type Messages, messagesOf } from './request.ts';

const FIELDS = ['address', 'nearby', 'description', 'here', 'map'] as const;
/** Where the error summary leads, when that is not the field of the same name. */
const TARGETS: Record<string, string> = { here: 'way-here', map: 'way-map', lat: 'way-map', lng: 'way-map' };

/** Where it is: the question, or the choice among places of one name. */
export async function placeStep(view: StepView) {
  const messages = await messagesOf(view.state);
  if (view.draft.pending && !view.anew && !asksAgain(view.state))
    return choice(view, messages, view.draft.pending);
  const [t, districts] = await Promise.all([
    getTranslations('filing'),
    listDistricts(textLocale(view.locale)),
  ]);
  const { before, own } = pathsOf(view);
  const errors = Object.fromEntries(
    FIELDS.map((name) => [name, messages.at(name) ?? (name === 'map' ? messages.at('lat') : undefined)]),
  );
  const summary = messages.all.map(({ field, message }) => ({ field: TARGETS[field] ?? field, message }));
  return (
    <StepPage
      kind={view.draft.kind}
      progress={progressOf(view.draft.kind, 'place')}
      back={before}
      errors={summary}
      wide
    >
      <StepForm draftId={view.draft.id} step="place" back={own}>
        <PlaceFields
          draft={view.draft}
          values={valuesOf(view.state)}
          errors={errors}
          outside={Boolean(view.state?.errors.address?.includes('validation.placeOutside'))}
          districts={districts}
          tiles={env.TILE_URL}
          actions={<StepActions label={t('next.place')} />}
        />
      </StepForm>
    </StepPage>
  );
}

/** A refused answer to the question itself; a refused choice stays a choice. */
function asksAgain(state: FormState | null): boolean {
  return state !== null && state.errors.choice === undefined;
}

function valuesOf(state: FormState | null): Record<string, string> | null {
  if (!state) return null;
  const words = Object.entries(state.values).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(words) as Record<string, string>;
}

async function choice(view: StepView, messages: Messages, pending: NonNullable<DraftView['pending']>) {
  const t = await getTranslations('filing');
  const { own } = pathsOf(view);
  const again = `${draftPath(view.draft.kind, view.draft.id, 'place')}?inaczej=1`;
  return (
    <StepPage
      kind={view.draft.kind}
      progress={progressOf(view.draft.kind, 'place')}
      back={again}
      errors={messages.all}
    >
      <StepForm draftId={view.draft.id} step="place" back={own}>
        <ChoiceFields again={again} pending={pending} error={messages.at('choice')} />
        <StepActions label={t('next.place')} />
      </StepForm>
    </StepPage>
  );
}
