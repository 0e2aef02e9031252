import type { EffectOf } from '../effect.ts';

/** The answer to the city's question stands out in the lists until somebody acts on it. */
export const reply: EffectOf<'reply'> = async ({ at }) => ({ columns: { repliedAt: at } });
