import { dueDates } from '../due-dates.ts';
import type { EffectOf } from '../effect.ts';

/**
 * A case that is opened again has a new term from that day: the old one passed long ago, and a case that is late the
 * moment it reopens tells nobody anything. If it was a duplicate it is a case of its own again, pointing nowhere, and
 * its people hear of it alone.
 */
export const object: EffectOf<'object'> = async ({ tx, record: { row }, at }) => {
  const category = await tx.category.findUniqueOrThrow({ where: { code: row.categoryCode } });
  const { fixDue } = dueDates(at, category);
  if (row.duplicateOfId === null) return { columns: { fixDue } };
  await tx.follower.deleteMany({ where: { submissionId: row.duplicateOfId, fromSubmissionId: row.id } });
  return { columns: { fixDue, duplicateOfId: null } };
};
