import { textLocale } from './languages.ts';

/** Whole złoty: `120 000 zł`. */
export function formatMoney(locale: string, amount: number): string {
  return new Intl.NumberFormat(textLocale(locale), {
    style: 'currency',
    currency: 'PLN',
    maximumFractionDigits: 0,
    // Polish leaves numbers of four digits together otherwise.
    useGrouping: 'always',
  }).format(amount);
}
