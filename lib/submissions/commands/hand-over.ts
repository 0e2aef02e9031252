import { AppError } from '#lib/platform/errors.ts';
import type { EffectOf } from '../effect.ts';
import { colleaguesAt } from '../queries/colleagues.ts';

/** Into the hands of a colleague who works where the case is now; nobody else could act on it. */
export const handOver: EffectOf<'hand-over'> = async ({ tx, record, input }) => {
  const where = {
    AND: [colleaguesAt(record.openAssignment?.departmentCode ?? null), { id: input.colleague }],
  };
  const colleague = await tx.staffUser.findFirst({ where, select: { id: true } });
  if (!colleague) throw new AppError('INVALID', { fields: { colleague: ['validation.colleagueUnknown'] } });
  if (colleague.id === record.row.handlerId)
    throw new AppError('INVALID', { fields: { colleague: ['validation.colleagueHasIt'] } });
  return { columns: { handlerId: colleague.id }, data: { colleague: colleague.id } };
};
