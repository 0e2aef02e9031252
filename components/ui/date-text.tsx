import { useLocale } from 'next-intl';
import { type DateStyle, formatDate } from '#lib/i18n/dates.ts';

type DateTextProps = { at: Date | string; as?: DateStyle; className?: string };

/** A moment in Kraków's time, formatted on the server. `at` is a Date or an ISO string. */
export function DateText({ at, as = 'moment', className }: DateTextProps) {
  const locale = useLocale();
  const date = typeof at === 'string' ? new Date(at) : at;
  return (
    <time dateTime={date.toISOString()} className={className}>
      {formatDate(locale, date, as)}
    </time>
  );
}
