import { AppError } from '#lib/platform/errors.ts';
import type { EffectOf } from '../effect.ts';

/** To an institution outside the city that we know. */
export const redirect: EffectOf<'redirect'> = async ({ tx, input }) => {
  const institution = await tx.institution.findFirst({ where: { code: input.institution, active: true } });
  if (!institution)
    throw new AppError('INVALID', { fields: { institution: ['validation.institutionUnknown'] } });
  return { data: { institution: institution.code } };
};
