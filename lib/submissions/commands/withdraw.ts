import type { EffectOf } from '../effect.ts';

/** The page stays as "wycofane"; the text, the typed address and the photos go. */
export const withdraw: EffectOf<'withdraw'> = async ({ tx, record, at }) => {
  const submissionId = record.row.id;
  await tx.photo.updateMany({
    where: { submissionId, hiddenAt: null },
    data: { hiddenAt: at, releasedAt: null },
  });
  await tx.place.updateMany({ where: { submissionId }, data: { address: null, description: null } });
  await tx.message.updateMany({
    where: { submissionId, role: { in: ['REPLY', 'OBJECTION'] } },
    data: { text: null, redactedAt: at },
  });
  return {
    columns: { title: null, publicTitle: null, text: null, publicText: null, releasedAt: null, findings: [] },
  };
};
