import { AppError } from '#lib/platform/errors.ts';
import { dueDates } from '../due-dates.ts';
import type { Effect, EffectContext, EffectOf } from '../effect.ts';
import { titleFrom } from '../title.ts';
import type { Kind } from '../words.ts';

/** A category of the new kind: what the reporter is asked to agree to is a whole proposal. */
async function categoryOf(tx: EffectContext<'convert'>['tx'], code: string, kind: Kind) {
  const category = await tx.category.findFirst({ where: { code, kind, active: true } });
  if (!category) throw new AppError('INVALID', { fields: { category: ['validation.categoryUnknown'] } });
  return category;
}

export const proposeKind: EffectOf<'propose-kind'> = async ({ tx, input }) => {
  await categoryOf(tx, input.category, input.kind);
  return {
    columns: { proposedCategory: input.category },
    data: { kind: input.kind, category: input.category },
  };
};

export const acceptKind: EffectOf<'accept-kind'> = async ({ tx, record, at }) => {
  const { proposedKind, proposedCategory } = record.row;
  if (!proposedKind || !proposedCategory) {
    throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.refusal.NOT_ASKED' });
  }
  return become({ tx, record, at }, proposedKind, proposedCategory);
};

export const convert: EffectOf<'convert'> = async ({ tx, record, input, at }) =>
  become({ tx, record, at }, input.kind, input.category);

/**
 * New kind, category and terms. What was released is taken back, photos included: what was said in private is shown to
 * nobody before a person has looked at it as what it is now.
 */
async function become(
  { tx, record: { row }, at }: Pick<EffectContext<'convert'>, 'tx' | 'record' | 'at'>,
  kind: Kind,
  code: string,
): Promise<Effect> {
  const category = await categoryOf(tx, code, kind);
  const { firstAnswerDue, fixDue } = dueDates(at, category);
  await tx.photo.updateMany({ where: { submissionId: row.id }, data: { releasedAt: null } });
  return {
    columns: {
      kind,
      categoryCode: category.code,
      title: row.title ?? (kind === 'IDEA' && row.text ? titleFrom(row.text) : null),
      publicTitle: null,
      publicText: null,
      releasedAt: null,
      firstAnswerDue,
      fixDue,
      firstAnsweredAt: null,
      dueAt: firstAnswerDue,
      thresholdAt: null,
      handlerId: null,
    },
    data: { kind, category: category.code, kindBefore: row.kind, categoryBefore: row.categoryCode },
  };
}
