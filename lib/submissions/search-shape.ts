import { normaliseReference, normaliseTrackingCode } from '#lib/platform/ids.ts';

/** As many digits are a phone or another number of a person, and nothing that an address holds. */
const MANY_DIGITS = 7;
const ONLY_NUMBER = /^\s*#?\s*(\d{1,6})\s*$/;

/**
 * True for what must not stand in an address that browsers and logs remember: a tracking code, a phone, an e-mail,
 * whoever typed it.
 */
export function isSecret(typed: string): boolean {
  if (normaliseReference(typed)) return false;
  const digits = typed.replace(/\D/g, '').length;
  const isCode = normaliseTrackingCode(typed) !== null && digits > 0;
  return typed.includes('@') || digits >= MANY_DIGITS || isCode;
}

/** A number without its year, as people say it: `4217`. Null for anything else. */
export function bareNumber(typed: string): number | null {
  const match = ONLY_NUMBER.exec(typed);
  return match && Number(match[1]) > 0 ? Number(match[1]) : null;
}
