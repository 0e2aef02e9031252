import type { Submission } from '#lib/generated/prisma/client.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { EffectContext, EffectOf } from '../effect.ts';
import { titleFrom } from '../title.ts';

/**
 * A person looked: the text (as corrected by that person, or as it was written) and the chosen photos become public,
 * and with the text the address as typed. Photos of another case are refused.
 */
export const release: EffectOf<'release'> = async ({ tx, record, input, at }) => {
  await releasePhotos(tx, record.row.id, input.photos, at);
  const text = input.text ?? record.row.text;
  if (text === null) throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.nothingToRelease' });
  return {
    columns: { ...publicWords(record.row, input, text), releasedAt: at },
    data: { photos: input.photos },
  };
};

/** For an idea, publishing is the release. */
export const publish: EffectOf<'publish'> = async ({ tx, record, input, at }) => {
  const photos = input.photos ?? [];
  await releasePhotos(tx, record.row.id, photos, at);
  const text = input.text ?? record.row.text;
  if (text === null) throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.nothingToRelease' });
  return { columns: { ...publicWords(record.row, input, text), releasedAt: at }, data: { photos } };
};

/** An idea has a name everywhere; one that became an idea later is named by its first sentence. */
function publicWords(row: Submission, input: { title?: string | undefined }, text: string) {
  if (row.kind !== 'IDEA') return { publicText: text };
  return { publicText: text, publicTitle: input.title ?? row.title ?? titleFrom(text) };
}

async function releasePhotos(
  tx: EffectContext<'release'>['tx'],
  submissionId: string,
  ids: string[],
  at: Date,
) {
  const chosen = [...new Set(ids)];
  const own = await tx.photo.count({ where: { id: { in: chosen }, submissionId } });
  if (own !== chosen.length)
    throw new AppError('INVALID', { fields: { photos: ['validation.photoUnknown'] } });
  await tx.photo.updateMany({ where: { id: { in: chosen } }, data: { releasedAt: at, hiddenAt: null } });
  await tx.photo.updateMany({
    where: { submissionId, purpose: { not: 'RESULT' }, id: { notIn: chosen } },
    data: { releasedAt: null, hiddenAt: at },
  });
}
