import type { DraftView } from '#lib/filing/dto.ts';
import { draftPath, FORM_PATHS, type Step } from '#lib/filing/words.ts';
import { localePath } from '#lib/i18n/languages.ts';
import type { FormState } from '#lib/platform/form-state.ts';

/** What a step is drawn from. */
export type StepView = {
  draft: DraftView;
  step: Step;
  /** What a refused form kept. */
  state: FormState | null;
  locale: string;
  /** Ask for the place itself, although there are some to choose from. */
  anew: boolean;
};

/** Paths of a step: back to the one before, and of itself with its language. */
export function pathsOf({ draft, step, locale }: StepView): { before: string; own: string } {
  const previous = draft.previous[step];
  return {
    before: previous ? draftPath(draft.kind, draft.id, previous) : FORM_PATHS[draft.kind],
    own: localePath(locale, draftPath(draft.kind, draft.id, step)),
  };
}
