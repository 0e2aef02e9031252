/** How to reach a person: whole, or masked. */
export type ContactDetails = { name: string | null; email: string | null; phone: string | null };

const MOST_INITIALS = 3;
const LAST_DIGITS = 3;

/** Enough to recognise a person whom one already knows, too little to learn who it is. */
export function maskContact({ name, email, phone }: ContactDetails): ContactDetails {
  return { name: name && maskName(name), email: email && maskEmail(email), phone: phone && maskPhone(phone) };
}

/** `j…@example.com`; what has no host keeps its first sign alone. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${firstSign(email)}…${at < 0 ? '' : email.slice(at)}`;
}

/** `··· ··· 123` */
function maskPhone(phone: string): string {
  return `··· ··· ${phone.replace(/\D/g, '').slice(-LAST_DIGITS)}`;
}

/** `J. K.` */
function maskName(name: string): string {
  const words = name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  const initials = words.slice(0, MOST_INITIALS).map((word) => `${firstSign(word).toUpperCase()}.`);
  return initials.join(' ') || '…';
}

/** A whole sign, not half of a pair. */
function firstSign(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x2026);
}
