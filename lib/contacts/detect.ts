/** What a text should not say in public, in the order it is told. */
export const FINDINGS = ['PESEL', 'PHONE', 'EMAIL', 'PLATE', 'IBAN'] as const;
export type Finding = (typeof FINDINGS)[number];

// Every repetition below is bounded, so that the time grows with the length of the text and no faster.
const IBAN =
  /(?<![\p{L}\d])(?:[A-Za-z]{2}[ \u00a0]?)?\d{2}(?:[ \u00a0-]?[\dA-Za-z]{1,4}){3,8}(?![\p{L}\d])/gu;
const EMAIL = /[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,4}\p{L}{2,24}/gu;
const PESEL = /(?<!\d)\d{11}(?!\d)/g;

const START = '(?<![\\p{L}\\d]|\\d[-./,])';
const END = '(?![\\p{L}\\d]|[-./,]\\d|[ \\u00a0]?(?:zł|pln|tys|mln))';
const ABROAD = `\\+\\d{1,3}(?:[ \\u00a0.-]?\\d{2,4}){2,5}`;
const MOBILE = `(?:0?\\d{3}([ \\u00a0.-]?)\\d{3}\\1\\d{3})`;
const LANDLINE = `(?:\\(?0?\\d{2}\\)?[ \\u00a0-]?\\d{3}([ \\u00a0-]?)\\d{2}\\2\\d{2})`;
const PHONE = new RegExp(
  `${START}(?:${ABROAD}|(?:(?:00)?48[ \\u00a0-]?)?(?:${MOBILE}|${LANDLINE}))${END}`,
  'giu',
);
const MOBILE_PREFIX = /^(?:45|50|51|53|57|60|66|69|72|73|78|79|88)/;
const AREA_CODE = /^(?:1[2-8]|2[2-59]|3[2-4]|4[1-46]|48|5[24-689]|6[1-3578]|7[14-7]|8[1-79]|9[145])/;

const CITY_CODE =
  'B[ILS]|C[BGTW]|D[BJLW]|E[LPST]|F[GZ]|G[ADS]|K[KNRT]|L[BCUZ]|N[EO]|OP|P[AKLOYZ]|R[KPTZ]|S[BCDGHIJKLMORTWYZ]|TK|W[ABDEFHIJKLMNOPRSTUWXY]|Z[KSZ]';
const COUNTY_CODE = '(?!KRK)[BCDEFGKLNOPRSTWZ][A-Z]{2}';
const AFTER_DIGITS = '\\d{5}|\\d{4}[A-Z]|\\d{3}[A-Z]{2}';
const AFTER_CITY = `${AFTER_DIGITS}|\\d[A-Z]\\d{3}|\\d[A-Z]{2}\\d{2}`;
const AFTER_COUNTY = `${AFTER_DIGITS}|\\d{2}[A-Z]{2}|\\d{2}[A-Z]\\d|\\d[A-Z]\\d{2}|\\d[A-Z]{2}\\d`;
const PLATE = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?:${CITY_CODE})[ \\u00a0-]?(?:${AFTER_CITY})|(?:${COUNTY_CODE})[ \\u00a0-]?(?:${AFTER_COUNTY})|K[A-Z]{2}[ \\u00a0]?[A-Z](?:\\d{3}|\\d{2}[A-Z]))(?![\\p{L}\\d-])`,
  'gu',
);
/** Cars of the city and around it are known also in small letters; `nr 12345` is not one of them. */
const LOCAL_PLATE = new RegExp(
  `(?<![\\p{L}\\d-])(?:k[rk][ \\u00a0-]?(?:${AFTER_CITY})|(?:kra|kwi|kli|kmy)[ \\u00a0-]?(?:${AFTER_COUNTY}))(?![\\p{L}\\d-])`,
  'giu',
);

/**
 * Finds what may identify a person: numbers are believed only when their date and checksum agree. A case number, a
 * date, a price, a house or a line number is not a finding.
 */
export function detectPersonalData(text: string): Finding[] {
  const found = new Set<Finding>();
  let rest = text.normalize('NFC');
  // What was recognised is taken out, so that a part of an account number is not also a phone.
  const take = (finding: Finding, pattern: RegExp, believed: (match: string) => boolean = () => true) => {
    rest = rest.replace(pattern, (match) => {
      if (!believed(match)) return match;
      found.add(finding);
      return ' \u2026 ';
    });
  };
  take('IBAN', IBAN, isIban);
  take('EMAIL', EMAIL);
  take('PESEL', PESEL, isPesel);
  take('PHONE', PHONE, isPhone);
  take('PLATE', PLATE);
  take('PLATE', LOCAL_PLATE);
  return FINDINGS.filter((finding) => found.has(finding));
}

const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
/** The month says the century: 81–92 is 18xx, 1–12 is 19xx, 21–32 is 20xx, and so on. */
const CENTURIES: Record<number, number> = { 0: 1900, 1: 2000, 2: 2100, 3: 2200, 4: 1800 };

function isPesel(digits: string): boolean {
  const sum = PESEL_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  if ((10 - (sum % 10)) % 10 !== Number(digits[10])) return false;
  const coded = Number(digits.slice(2, 4));
  const month = coded % 20;
  const year = (CENTURIES[Math.floor(coded / 20)] ?? 0) + Number(digits.slice(0, 2));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isPhone(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  const polish = /^(?:\+|00)?48/.test(match) && digits.length >= 11;
  if (match.startsWith('+') && !polish) return digits.length >= 8 && digits.length <= 15;
  const national = digits.slice(-9);
  return digits.length >= 9 && (MOBILE_PREFIX.test(national) || AREA_CODE.test(national));
}

function isIban(match: string): boolean {
  const plain = match.replace(/[^\dA-Za-z]/g, '').toUpperCase();
  const account = /^\d{26}$/.test(plain) ? `PL${plain}` : plain;
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(account)) return false;
  if (account.startsWith('PL') && account.length !== 28) return false;
  let remainder = 0;
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
