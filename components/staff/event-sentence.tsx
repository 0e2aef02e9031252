import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatDay } from '#lib/i18n/dates.ts';
import type { StaffEvent } from '#lib/submissions/staff-case-dto.ts';

/** Events whose reason is a code of their own list. */
const REASONED = { return: 'return', decline: 'decline', hide: 'hide' } as const;

/** What happened, in plain words: `Przekazano do: Zarząd Dróg Miasta Krakowa`. */
export function useEventWords(): (event: StaffEvent) => string {
  const t = useTranslations('staff.events');
  const commands = useTranslations('commands');
  const outcomes = useTranslations('statuses');
  const locale = useLocale();
  return (event) => {
    const list = REASONED[event.type as keyof typeof REASONED];
    const key = `reasons.${list}.${event.reasonCode}`;
    const known = t.has(event.type) ? event.type : 'other';
    return t(known, {
      department: event.department ?? '',
      institution: event.institution ?? '',
      reason: list && commands.has(key) ? commands(`reasons.${list}.${event.reasonCode}`) : '',
      day: event.until ? formatDay(locale, event.until) : '',
      outcome: event.outcome ? outcomes(event.outcome) : '',
      of: event.duplicateOf ?? 'none',
      colleague: event.colleague ?? '',
    });
  };
}

/** Who did it: a name with its unit, or whose act it was. */
export function useWhoWords(): (event: StaffEvent) => string {
  const t = useTranslations('staff.who');
  return ({ by, who, whoDepartment }) => {
    if (by !== 'STAFF') return t(by);
    return whoDepartment ? `${who ?? ''} (${whoDepartment})` : (who ?? '');
  };
}

/** What a correction changed, or the day of a letter, one line each. */
export function useChangeWords(): (event: StaffEvent) => string[] {
  const t = useTranslations('staff.changes');
  const intake = useTranslations('intake');
  const locale = useLocale();
  return (event) => [
    ...(event.letterDate ? [intake('letterOf', { day: formatDay(locale, event.letterDate, 'date') })] : []),
    ...(event.category && event.categoryBefore
      ? [t('category', { before: event.categoryBefore, after: event.category })]
      : []),
    ...(event.placeChanged ? [t('place')] : []),
    ...(event.district && event.placeChanged ? [t('district', { district: event.district })] : []),
  ];
}

/** A moment, short: the hour today, else the day with it. */
export function useMomentWords(today: string): (at: string) => string {
  const locale = useLocale();
  return (at) => {
    const date = new Date(at);
    const time = formatDate(locale, date, 'time');
    const day = formatDate(locale, date, 'day');
    return day === formatDay(locale, today) ? time : `${day}, ${time}`;
  };
}
