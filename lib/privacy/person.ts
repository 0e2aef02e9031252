import { normaliseEmail, normalisePhone } from '#lib/contacts/normalise.ts';
import { env } from '#lib/platform/env.ts';
import { keyedHash, normaliseTrackingCode, sha256 } from '#lib/platform/ids.ts';

/** By what somebody is found: an address, a number, or the code of one case. */
export type PersonQuery = { email?: string; phone?: string; code?: string };

export type Person = {
  email: string | null;
  phone: string | null;
  emailHash: string | null;
  phoneHash: string | null;
  trackingHash: string | null;
};

/** What was typed, as it is looked up; null when nothing of it can be anybody's. */
export function personOf({ email = '', phone = '', code = '' }: PersonQuery): Person | null {
  const address = normaliseEmail(email);
  const number = normalisePhone(phone);
  const tracking = normaliseTrackingCode(code);
  if (!address && !number && !tracking) return null;
  const hash = (value: string | null) => value && keyedHash(env.keys.contact, value);
  return {
    email: address,
    phone: number,
    emailHash: hash(address),
    phoneHash: hash(number),
    trackingHash: tracking && sha256(tracking),
  };
}
