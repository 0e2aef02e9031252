import { DEFAULT_LOCALE } from './languages.ts';

/** The city infoline, E.164. */
export const INFOLINE = '+48126165555';
/** The European emergency number. */
export const EMERGENCY = '112';

/**
 * A Polish number as people read it aloud: `12 616 55 55`, `600 000 000`; with the country before it for those who may
 * call with a number from abroad. Others stay as they are.
 */
export function formatPhone(phone: string, locale: string): string {
  const digits = /^\+48(\d{9})$/.exec(phone)?.[1];
  if (!digits) return phone;
  const mobile = /^(45|50|51|53|57|60|66|69|72|73|78|79|88)/.test(digits);
  const groups = mobile ? /^(\d{3})(\d{3})(\d{3})$/ : /^(\d{2})(\d{3})(\d{2})(\d{2})$/;
  const spoken = digits.replace(groups, mobile ? '$1\u00a0$2\u00a0$3' : '$1\u00a0$2\u00a0$3\u00a0$4');
  return locale === DEFAULT_LOCALE ? spoken : `+48\u00a0${spoken}`;
}
