import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';

/** A random identifier for rows and files. Never guessable, never meaningful. */
export function newId(): string {
  return randomUUID();
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what the database can compare with an id; it answers anything else with an error. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}

/** A bearer secret of 256 bits, for cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The start of a request's number: short enough to read aloud, long enough to find it in the log. */
export function readableNumber(requestId: string): string {
  return requestId.slice(0, 8).toUpperCase();
}

/** A value for one page's content security policy. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** SHA-256 in hex: what is stored of a secret that has enough entropy of its own. */
export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/** Keyed hash in hex: what is stored of a value that could be guessed (e-mail, phone). */
export function keyedHash(key: string, value: string): string {
  return createHmac('sha256', key).update(value).digest('hex');
}

/** The secret of the link that sets an account's password: derived again when the mail is sent, stored as a hash. */
export function accountKey(key: string, linkId: string): string {
  return keyedHash(key, `account-link:${linkId}`).slice(0, 48);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 13;

/**
 * The tracking code of a submission: 13 Crockford base32 characters (65 bits) cut from
 * HMAC-SHA256(key, id:version). Derived again for every mail, so it is stored nowhere; raising the version revokes it.
 */
export function trackingCode(key: string, submissionId: string, linkVersion: number): string {
  const digest = createHmac('sha256', key).update(`${submissionId}:${linkVersion}`).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 9)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let i = 0; i < CODE_LENGTH; i += 1) {
    code = CROCKFORD[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
}

/** Reads a code as people type it: small or capital letters, dashes or spaces, O for 0, I and L for 1. Null when it cannot be one. */
export function normaliseTrackingCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{13}$/.test(code) ? code : null;
}

/** Groups of four, as it is read aloud: `7K3M-9QXD-2VTR-H`. */
export function groupTrackingCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

const REFERENCE = /^\s*(?:KRK[\s-]*)?(\d{4})[\s/-]+(\d{1,9})\s*$/i;

/** `KRK-2026-004217`: year of receipt in Kraków and at least six digits. */
export function formatReference(year: number, number: number): string {
  return `KRK-${year}-${String(number).padStart(6, '0')}`;
}

/** Reads a reference as people type it (`krk 2026 4217`). Null when it cannot be one. */
export function normaliseReference(typed: string): string | null {
  const match = typed.length <= 40 ? REFERENCE.exec(typed) : null;
  return match ? formatReference(Number(match[1]), Number(match[2])) : null;
}
