import { useLocale, useTranslations } from 'next-intl';
import { formatPeriod } from '#lib/i18n/dates.ts';
import { formatNumber, roundDays } from '#lib/i18n/numbers.ts';
import { upperFirst } from './headline-words.ts';

/** The words for figures on one page; what too few cases say nothing about has words of its own. */
export function useFigureWords() {
  const t = useTranslations('statistics');
  const locale = useLocale();
  return {
    count: (value: number) => formatNumber(locale, value),
    share: (share: number | null) =>
      share === null ? t('tooFew') : t('percent', { value: Math.round(share * 100) }),
    days: (days: number | null) => (days === null ? t('tooFew') : t('days', { days: roundDays(days) })),
    period: (period: string) => upperFirst(formatPeriod(locale, period), locale),
  };
}
