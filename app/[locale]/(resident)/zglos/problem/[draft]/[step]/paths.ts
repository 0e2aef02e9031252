import type { DraftView } from '#lib/filing/dto.ts';
import type { Step } from '#lib/filing/words.ts';
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
    before: previous ? `/zglos/problem/${draft.id}/${previous}` : '/zglos/problem',
    own: localePath(locale, `/zglos/problem/${draft.id}/${step}`),
  };
}
