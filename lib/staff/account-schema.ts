import { z } from 'zod';
import { ROLES } from '#lib/access/actor.ts';
import { ACCOUNT_STATES, type AccountFilter } from './account-dto.ts';

/** Roles whose people belong to a department. */
const DEPARTMENT_ROLES: readonly string[] = ['OFFICER', 'LEAD'];

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'validation.emailInvalid')
  .refine((value) => value !== '', 'validation.emailRequired')
  .refine((value) => value === '' || /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,189}$/.test(value), {
    error: 'validation.emailInvalid',
  });

/** Who somebody is here. The department is asked for where the role has one, and dropped where it has none. */
export const accountSchema = z
  .object({
    name: z
      .string({ error: 'admin.accounts.error.name' })
      .trim()
      .min(1, 'admin.accounts.error.name')
      .max(120, 'validation.tooLong'),
    email,
    role: z.enum(ROLES, { error: 'admin.accounts.error.role' }),
    department: z.string().max(40).catch(''),
    /** Mark of what the form was filled with; a new account has none. */
    seen: z.string().max(64).catch(''),
  })
  .transform((account) => ({
    ...account,
    department: DEPARTMENT_ROLES.includes(account.role) ? account.department : null,
  }))
  .refine(({ department }) => department !== '', {
    path: ['department'],
    error: 'admin.accounts.error.department',
  });

export type AccountInput = z.output<typeof accountSchema>;

const first = (value: unknown) => (typeof value === 'string' ? value : '');

/** The list's address read as it may come: what cannot be is left out. */
export function readAccountFilter(query: Record<string, unknown>): AccountFilter {
  return {
    q: first(query.q).trim().slice(0, 100),
    role: ROLES.find((role) => role === query.rola) ?? '',
    department: first(query.jednostka).slice(0, 40),
    state: ACCOUNT_STATES.find((state) => state === query.stan) ?? '',
    after: first(query.po).slice(0, 300),
  };
}
