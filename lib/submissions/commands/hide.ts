import { AppError } from '#lib/platform/errors.ts';
import type { EffectOf } from '../effect.ts';

/** Takes released photos, or the whole content, out of public sight again; nothing is deleted. */
export const hide: EffectOf<'hide'> = async ({ tx, record, input, at }) => {
  const submissionId = record.row.id;
  const whole = input.photos.length === 0;
  const where = whole ? { submissionId } : { submissionId, id: { in: input.photos } };
  const { count } = await tx.photo.updateMany({ where, data: { releasedAt: null, hiddenAt: at } });
  if (!whole && count !== new Set(input.photos).size) {
    throw new AppError('INVALID', { fields: { photos: ['validation.photoUnknown'] } });
  }
  const data = { reasonCode: input.reasonCode, photos: input.photos };
  return whole ? { columns: { publicTitle: null, publicText: null, releasedAt: null }, data } : { data };
};
