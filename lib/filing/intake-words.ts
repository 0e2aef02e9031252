import type { Channel } from '#lib/submissions/words.ts';

/** How somebody comes to us when a member of staff fills the form. */
export const INTAKE_CHANNELS = [
  'PHONE',
  'IN_PERSON',
  'LETTER',
  'EMAIL',
] as const satisfies readonly Channel[];
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];
