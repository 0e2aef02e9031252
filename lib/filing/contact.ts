import { emailMistake, normalisePhone } from '#lib/contacts/normalise.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import type { DraftData } from './draft-data.ts';
import type { ContactInput } from './schema.ts';

/** Checks who reports and brings it into its one form. Every part may be missing. Throws INVALID with the fields. */
export function readContact(input: ContactInput): NonNullable<DraftData['contact']> {
  const mistake = input.email ? emailMistake(input.email) : null;
  const phone = input.phone ? normalisePhone(input.phone) : null;
  const fields: FieldErrors = {
    ...(mistake && { email: [mistake] }),
    ...(input.phone && !phone && { phone: ['validation.phoneInvalid'] }),
  };
  if (Object.keys(fields).length > 0) throw new AppError('INVALID', { fields });
  return { name: input.name ?? null, email: input.email ?? null, phone };
}
