import { domainToASCII } from 'node:url';

const MAX_EMAIL = 254;
const MAX_LOCAL = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP = /^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;

/**
 * An address as it is compared and hashed: trimmed, lower case, domain in ASCII. Null when no mail could go there or
 * when it holds anything that could end a mail header. One pass over the text, whatever is typed.
 */
export function normaliseEmail(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  if (address.length > MAX_EMAIL || /[\r\n\0]/.test(typed)) return null;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  if (at < 1 || local.length > MAX_LOCAL || !LOCAL.test(local)) return null;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  const domain = address.slice(at + 1);
  if (/[\s<>()[\],;:"\\/@?#%]/.test(domain)) return null;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return TOP.test(labels.at(-1) ?? '') ? `${local}@${ascii}` : null;
}

const MAX_PHONE_TYPED = 40;

/** A number as E.164 (`+48600000000`). Nine digits are Polish; abroad begins with + or 00. Null: no such number. */
export function normalisePhone(typed: string): string | null {
  const text = typed.trim();
  if (text.length > MAX_PHONE_TYPED || !/^[+\d\s\u00a0().\-–/]+$/.test(text) || text.lastIndexOf('+') > 0)
    return null;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return abroad(digits);
  if (digits.startsWith('00')) return abroad(digits.slice(2));
  if (/^0?[1-9]\d{8}$/.test(digits)) return `+48${digits.slice(-9)}`;
  return /^48[1-9]\d{8}$/.test(digits) ? `+${digits}` : null;
}

function abroad(digits: string): string | null {
  if (digits.startsWith('48')) return /^48[1-9]\d{8}$/.test(digits) ? `+${digits}` : null;
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}

/** What is wrong with an address, as a message key; null when mail could go there. */
export function emailMistake(typed: string): 'validation.emailNoAt' | 'validation.emailInvalid' | null {
  if (!typed.includes('@')) return 'validation.emailNoAt';
  return normaliseEmail(typed) === null ? 'validation.emailInvalid' : null;
}
