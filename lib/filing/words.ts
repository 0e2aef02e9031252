/** The steps of filing, in the order in which they may come. Names are part of the address of each page. */
export const STEPS = ['what', 'category', 'danger', 'place', 'photos', 'contact', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Steps a person sees as one in "Krok 2 z 5": telling what it is about takes up to three short pages. */
export const STAGES = ['what', 'place', 'photos', 'contact', 'check'] as const;
export type Stage = (typeof STAGES)[number];

/** How a person says where it is. */
export const WAYS = ['nearby', 'here', 'words', 'map'] as const;

/** Days for which a form that was not sent is kept. */
export const DRAFT_DAYS = 7;

export const MAX_ADDRESS = 200;
export const MAX_DESCRIPTION = 500;
export const MAX_NAME = 120;
