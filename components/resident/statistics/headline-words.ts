import type { useTranslations } from 'next-intl';
import { formatPeriod } from '#lib/i18n/dates.ts';
import type { PeriodStatistics } from '#lib/statistics/dto.ts';

type Words = ReturnType<typeof useTranslations<'statistics'>>;
type Told = Pick<PeriodStatistics, 'period' | 'kind' | 'byKind' | 'total'>;

export function upperFirst(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** "Marzec 2025: 825 problemów, 61 pomysłów, 88 % skutecznych", or of one kind alone, with the share of that kind. */
export function headline(t: Words, locale: string, { period, kind, byKind, total }: Told): string {
  const kinds = kind === 'ALL' ? (['PROBLEM', 'IDEA'] as const) : [kind];
  const what = kinds.map((one) => t(`counted.${one}`, { count: byKind[one].filed })).join(', ');
  const values = { period: upperFirst(formatPeriod(locale, period), locale), what };
  if (total.share === null) return t('headlineFew', values);
  return t('headline', { ...values, share: t('percent', { value: Math.round(total.share * 100) }) });
}
