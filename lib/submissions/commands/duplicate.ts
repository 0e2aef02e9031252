import { can } from '#lib/access/can.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import type { EffectOf } from '../effect.ts';
import { factsOf } from '../record.ts';
import { carrySupports } from './carry-supports.ts';

/**
 * Ends a case in favour of another one; the people of this one follow the other from now on. The other must be visible
 * to whoever says so, of the same kind, and not itself a duplicate. It is held until the end, so that two people who
 * each name the other's case at once make no circle: one of them is ended by the database and asks again.
 */
export const duplicate: EffectOf<'duplicate'> = async ({ tx, actor, record, input, at }) => {
  const reference = normaliseReference(input.of) ?? '';
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "reference" = ${reference} FOR UPDATE`;
  const other = await tx.submission.findUnique({ where: { reference } });
  const unknown = new AppError('INVALID', { fields: { of: ['validation.duplicateUnknown'] } });
  if (!other || other.kind !== record.row.kind || !can(actor, 'case.read', factsOf(other, null)))
    throw unknown;
  if (other.id === record.row.id || other.duplicateOfId !== null || other.outcome === 'WITHDRAWN') {
    throw new AppError('INVALID', { fields: { of: ['validation.duplicateImpossible'] } });
  }
  const here = await tx.follower.findMany({ where: { submissionId: record.row.id } });
  const people = [record.row.id, ...here.map((follower) => follower.fromSubmissionId)];
  await tx.follower.createMany({
    data: people.map((fromSubmissionId) => ({ submissionId: other.id, fromSubmissionId, createdAt: at })),
    skipDuplicates: true,
  });
  await carrySupports(tx, record.row.id, other);
  return { columns: { duplicateOfId: other.id }, data: { of: other.reference } };
};
