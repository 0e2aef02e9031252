import type { Kind } from '#lib/submissions/words.ts';
import type { DraftData } from './draft-data.ts';
import type { Stage, Step } from './words.ts';

/** What the way through the form depends on. */
export type StepFacts = {
  kind: Kind;
  data: DraftData;
  category: { danger: boolean; locationRequired: boolean } | null;
};

/**
 * What each kind is asked, in this order. A question is answered to a person, not at a place: it asks for no place and
 * no photo. It meets the procedure cards first, because its answer may be there already.
 */
const QUESTIONNAIRES: Record<Kind, readonly Step[]> = {
  PROBLEM: ['what', 'category', 'danger', 'place', 'photos', 'contact', 'check'],
  IDEA: ['what', 'category', 'place', 'photos', 'contact', 'check'],
  QUESTION: ['what', 'cards', 'category', 'contact', 'check'],
};

/** When a step is asked; the others always are. */
const ASKED_WHEN: Partial<Record<Step, (facts: StepFacts) => boolean>> = {
  danger: ({ category }) => category?.danger === true,
  cards: ({ data }) => (data.cards ?? []).length > 0,
};

/** An answer given earlier can stop being one: a kind of problem is withdrawn, another one needs a place. */
const STILL_HOLDS: Partial<Record<Step, (facts: StepFacts) => boolean>> = {
  category: ({ category }) => category !== null,
  place: ({ category, data }) => Boolean(data.place) || category?.locationRequired === false,
};

const STAGE_OF: Record<Step, Stage> = {
  what: 'what',
  cards: 'what',
  category: 'what',
  danger: 'what',
  place: 'place',
  photos: 'photos',
  contact: 'contact',
  check: 'check',
};

/** The steps this person goes through, in order. */
export function stepsOf(facts: StepFacts): Step[] {
  return QUESTIONNAIRES[facts.kind].filter((step) => ASKED_WHEN[step]?.(facts) ?? true);
}

/** Where to go now: the first step not answered yet. A person who changes one answer comes straight back to the end. */
export function nextStep(facts: StepFacts): Step {
  return stepsOf(facts).find((step) => step !== 'check' && !isAnswered(facts, step)) ?? 'check';
}

function isAnswered(facts: StepFacts, step: Step): boolean {
  return facts.data.done.includes(step) && (STILL_HOLDS[step]?.(facts) ?? true);
}

/** The step before, or null on the first one. */
export function previousStep(facts: StepFacts, step: Step): Step | null {
  const steps = stepsOf(facts);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** True when everything this step builds on is answered. A step that was answered can always be opened again. */
export function isReachable(facts: StepFacts, step: Step): boolean {
  const steps = stepsOf(facts);
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(nextStep(facts));
}

/** `Krok 2 z 5`: stages, because one question may take more than one page. Counts from 1. */
export function progressOf(kind: Kind, step: Step): { current: number; total: number; stage: Stage } {
  const stages = [...new Set(QUESTIONNAIRES[kind].map((one) => STAGE_OF[one]))];
  const stage = STAGE_OF[step];
  return { current: stages.indexOf(stage) + 1, total: stages.length, stage };
}
