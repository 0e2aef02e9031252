import { normaliseEmail, normalisePhone } from '#lib/contacts/normalise.ts';
import { env } from '#lib/platform/env.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import { keyedHash } from '#lib/platform/ids.ts';

/** Whoever supports: every part may be missing. */
export type Person = { name: string | null; email: string | null; phone: string | null };

export type Identified = Person & { emailHash: string | null; phoneHash: string | null };

/** The person with what they are found again by. Throws INVALID with the field nobody could be reached by. */
export function identify(person: Person): Identified {
  const email = person.email ? normaliseEmail(person.email) : null;
  const phone = person.phone ? normalisePhone(person.phone) : null;
  const fields: FieldErrors = {
    ...(person.email && !email && { email: ['validation.emailInvalid'] }),
    ...(person.phone && !phone && { phone: ['validation.phoneInvalid'] }),
  };
  if (Object.keys(fields).length > 0) throw new AppError('INVALID', { fields });
  const hash = (value: string | null) => (value ? keyedHash(env.keys.contact, value) : null);
  return { name: person.name, email: person.email, phone, emailHash: hash(email), phoneHash: hash(phone) };
}

/** True for a support that counts. */
export function counts(support: { verifiedAt: Date | null; withdrawnAt: Date | null }): boolean {
  return support.verifiedAt !== null && support.withdrawnAt === null;
}
