import { useLocale, useTranslations } from 'next-intl';
import { formatDay } from '#lib/i18n/dates.ts';

const DAY_MS = 86_400_000;
const NEAR: Record<number, 'yesterday' | 'today' | 'tomorrow'> = {
  [-1]: 'yesterday',
  0: 'today',
  1: 'tomorrow',
};

/** Says a Kraków day as people do: `dziś`, `jutro`, `18 listopada`; after "do" it is `jutra`. */
export function useDayWords(today: string): (day: string, form?: 'until') => string {
  const t = useTranslations('staff.due');
  const locale = useLocale();
  return (day, form) => {
    const near = NEAR[Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)];
    if (near === 'tomorrow' && form) return t('untilTomorrow');
    return near ? t(near) : formatDay(locale, day);
  };
}
