import { detectPersonalData } from '#lib/contacts/detect.ts';
import type { EffectOf } from '../effect.ts';

/** The reporter's own correction; what had been released waits to be looked at again. */
export const edit: EffectOf<'edit'> = async ({ tx, record, input }) => {
  const place = await tx.place.findFirst({ where: { submissionId: record.row.id, main: true } });
  const words = [record.row.title, input.text, place?.address, place?.description].join('\n');
  return {
    columns: {
      text: input.text,
      publicTitle: null,
      publicText: null,
      releasedAt: null,
      findings: detectPersonalData(words),
    },
  };
};
