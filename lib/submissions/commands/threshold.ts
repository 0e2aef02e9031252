import { AppError } from '#lib/platform/errors.ts';
import type { EffectOf } from '../effect.ts';
import { IDEA_THRESHOLD } from '../words.ts';

/** An idea has the people it needs: said once, with how many they were to be. The count is asked under the lock. */
export const reachThreshold: EffectOf<'reach-threshold'> = async ({ tx, record: { row } }) => {
  const category = await tx.category.findUniqueOrThrow({ where: { code: row.categoryCode } });
  const threshold = category.supportThreshold ?? IDEA_THRESHOLD;
  if (row.supportCount < threshold) {
    throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.refusal.TOO_EARLY' });
  }
  return { data: { threshold } };
};
