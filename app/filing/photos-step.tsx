import { getTranslations } from 'next-intl/server';
import { StepActions, StepForm } from '#components/form/step-form.tsx';
import { StepPage } from '#components/form/step-page.tsx';
import { PhotosStep } from '#components/form/step-photos.tsx';
import { progressOf } from '#lib/filing/steps.ts';
import { MAX_PHOTO_MEGABYTES, MAX_PHOTOS } from '#lib/media/schema.ts';
import type { FormState } from '#lib/platform/form-state.ts';
import { pathsOf, type StepView } from './paths.ts';
import { messagesOf } from './request.ts';

const REASONS = ['TOO_LARGE', 'TOO_MANY', 'UNSUPPORTED', 'HEIC', 'EMPTY'] as const;

/** Photos of the case; each file that was refused is named with its reason, and the good ones are there. */
export async function photosStep(view: StepView) {
  const [t, named] = await Promise.all([getTranslations('filing'), refusals(view.state)]);
  const others = named.length > 0 ? [] : (await messagesOf(view.state)).all.map(({ message }) => message);
  const problems = [...named, ...others];
  const { before, own } = pathsOf(view);
  const errors = problems.map((message) => ({ field: 'photos', message }));
  return (
    <StepPage
      kind={view.draft.kind}
      progress={progressOf(view.draft.kind, 'photos')}
      back={before}
      errors={errors}
    >
      <StepForm draftId={view.draft.id} step="photos" back={own} files>
        <PhotosStep draft={view.draft} problems={problems} />
        <StepActions label={t('next.photos')} />
      </StepForm>
    </StepPage>
  );
}

async function refusals(state: FormState | null): Promise<string[]> {
  const t = await getTranslations('filing.photos.refused');
  const kept = [state?.values.refused ?? []].flat();
  return kept.flatMap((line) => {
    const [code = '', ...words] = line.split(' ');
    const reason = REASONS.find((known) => known === code);
    const values = { name: words.join(' '), most: MAX_PHOTOS, megabytes: MAX_PHOTO_MEGABYTES };
    return reason ? [t(reason, values)] : [];
  });
}
