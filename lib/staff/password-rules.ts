const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'likeEmail' | 'unchanged';

/** Long enough, and still among the first that anybody would try. */
const COMMON = [
  'password',
  'passw0rd',
  'haslo',
  'hasło',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  'administrator',
  'admin',
  'krakow',
  'kraków',
  'kontakt',
  'infolinia',
  'zaq12wsx',
  'zaq1@wsx',
  '1qaz2wsx',
  '!qaz2wsx',
  'polska',
  'letmein',
  'welcome',
  'iloveyou',
  'secret',
  'test',
];

const FEWEST_SIGNS = 5;
const OWN_SIGNS = 6;

/**
 * Why this cannot be a new password; null when it can. Length counts most: besides it only what everybody tries first
 * is refused, so that a sentence of one's own always passes.
 */
export function passwordFault(
  password: string,
  account: { email: string; current: string },
): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'tooShort';
  if (length > LONGEST_PASSWORD) return 'tooLong';
  if (password === account.current) return 'unchanged';
  const plain = password.toLowerCase();
  if (isLikeEmail(plain, account.email.toLowerCase())) return 'likeEmail';
  return isCommon(plain) ? 'common' : null;
}

function isLikeEmail(plain: string, email: string): boolean {
  const name = email.split('@')[0] ?? '';
  if (plain.includes(email)) return true;
  return name.length >= OWN_SIGNS && plain.includes(name) && remainder(plain, [name]) < OWN_SIGNS;
}

function isCommon(plain: string): boolean {
  return new Set(plain).size < FEWEST_SIGNS || isRun(plain) || remainder(plain, COMMON) < OWN_SIGNS;
}

/** How many letters are left when the given words, digits, and signs that only fill up are taken away. */
function remainder(plain: string, words: readonly string[]): number {
  let rest = plain;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest.replace(/[^\p{L}]/gu, '').length;
}

/** `123456789012`, `abcdefghijkl`, `987654321098`: each sign follows from the one before. */
function isRun(plain: string): boolean {
  const codes = [...plain].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => (code - (codes[index] ?? 0) + 10) % 10));
  return steps.size === 1;
}
