import { can } from '#lib/access/can.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import type { EffectContext, EffectOf } from '../effect.ts';
import { factsOf } from '../record.ts';

/** The other case of a link, when it is there and may be seen; kept the same way round, whoever says it first. */
async function pairOf({ tx, actor, record, input }: EffectContext<'link' | 'unlink'>) {
  const other = await tx.submission.findUnique({ where: { reference: normaliseReference(input.of) ?? '' } });
  if (!other || !can(actor, 'case.read', factsOf(other, null)))
    throw new AppError('INVALID', { fields: { of: ['validation.duplicateUnknown'] } });
  if (other.id === record.row.id)
    throw new AppError('INVALID', { fields: { of: ['validation.linkItself'] } });
  const [fromId = '', toId = ''] = [record.row.id, other.id].sort();
  return { fromId, toId, reference: other.reference };
}

/** Two cases that have to do with each other; both go on as they were. */
export const link: EffectOf<'link'> = async (context) => {
  const { fromId, toId, reference } = await pairOf(context);
  const { count } = await context.tx.caseLink.createMany({
    data: [{ fromId, toId, createdAt: context.at }],
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('INVALID', { fields: { of: ['validation.linkExists'] } });
  return { data: { of: reference } };
};

export const unlink: EffectOf<'unlink'> = async (context) => {
  const { fromId, toId, reference } = await pairOf(context);
  const { count } = await context.tx.caseLink.deleteMany({ where: { fromId, toId } });
  if (count === 0) throw new AppError('INVALID', { fields: { of: ['validation.linkUnknown'] } });
  return { data: { of: reference } };
};
