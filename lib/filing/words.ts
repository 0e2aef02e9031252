import type { Kind } from '#lib/submissions/words.ts';

/** The steps of filing, in the order in which they may come. Names are part of the address of each page. */
export const STEPS = ['what', 'cards', 'category', 'danger', 'place', 'photos', 'contact', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Steps a person sees as one in "Krok 2 z 5": telling what it is about takes up to three short pages. */
export const STAGES = ['what', 'place', 'photos', 'contact', 'check'] as const;
export type Stage = (typeof STAGES)[number];

/** Where each form begins; its pages stand below. */
export const FORM_PATHS: Record<Kind, string> = {
  PROBLEM: '/zglos/problem',
  IDEA: '/zglos/pomysl',
  QUESTION: '/zadaj-pytanie',
};

/** Where a step of a draft is seen, without the language. */
export function draftPath(kind: Kind, id: string, step: Step | 'later'): string {
  return `${FORM_PATHS[kind]}/${id}/${step}`;
}

/** How a person says where it is. */
export const WAYS = ['nearby', 'here', 'words', 'map'] as const;

/** Procedure cards shown to a question, and how much of it they are looked for by. */
export const MOST_CARDS = 3;
export const MAX_ASKED = 600;

/** Days for which a form that was not sent is kept. */
export const DRAFT_DAYS = 7;

export const MAX_ADDRESS = 200;
export const MAX_DESCRIPTION = 500;
export const MAX_NAME = 120;
