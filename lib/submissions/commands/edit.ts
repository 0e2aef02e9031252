import { detectPersonalData } from '#lib/contacts/detect.ts';
import type { EffectOf } from '../effect.ts';

/** The reporter's own correction; what had been released waits to be looked at again. */
export const edit: EffectOf<'edit'> = async ({ input }) => ({
  columns: {
    text: input.text,
    publicText: null,
    releasedAt: null,
    findings: detectPersonalData(input.text),
  },
});
