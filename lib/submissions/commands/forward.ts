import { isInfoline } from '#lib/directory/infoline.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { EffectOf } from '../effect.ts';

/** Only to a department that exists and works; a department itself forwards only to a sister unit. */
export const forward: EffectOf<'forward'> = async ({ tx, actor, input }) => {
  if (isInfoline(input.department)) {
    throw new AppError('INVALID', { fields: { department: ['validation.departmentInfoline'] } });
  }
  const target = await tx.department.findFirst({ where: { code: input.department, active: true } });
  if (!target) throw new AppError('INVALID', { fields: { department: ['validation.departmentUnknown'] } });
  if (actor.type === 'staff' && actor.department) {
    const own = await tx.department.findUnique({ where: { code: actor.department } });
    if (own?.parentCode !== target.parentCode) {
      throw new AppError('INVALID', { fields: { department: ['validation.departmentNotSister'] } });
    }
  }
  return { data: { department: target.code } };
};
