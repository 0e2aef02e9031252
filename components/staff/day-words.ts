import { useLocale, useTranslations } from 'next-intl';
import { formatDay } from '#lib/i18n/dates.ts';

const DAY_MS = 86_400_000;
const NEAR: Record<number, 'yesterday' | 'today' | 'tomorrow'> = {
  [-1]: 'yesterday',
  0: 'today',
  1: 'tomorrow',
};

/** Calendar days from one Kraków day to another. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
}

/** Says a Kraków day as people do: `dziś`, `jutro`, `18 listopada`; after "do" it is `jutra`. */
export function useDayWords(today: string): (day: string, form?: 'until') => string {
  const t = useTranslations('staff.due');
  const locale = useLocale();
  return (day, form) => {
    const near = NEAR[daysBetween(today, day)];
    if (near === 'tomorrow' && form) return t('untilTomorrow');
    return near ? t(near) : formatDay(locale, day);
  };
}
