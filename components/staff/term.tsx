import { ClockIcon, WarningIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';
import { daysBetween, useDayWords } from './day-words.ts';

type TermProps = { item: Pick<StaffItem, 'dueFor' | 'dueDay' | 'overdue'>; today: string };

const LATE = { answer: 'lateAnswer', plan: 'latePlan', fix: 'lateFix' } as const;

/** What is owed next and by when; late in words and with a sign, never by colour alone. */
export function Term({ item, today }: TermProps) {
  const t = useTranslations('staff.due');
  const dayWord = useDayWords(today);
  if (!item.dueFor || !item.dueDay) return <span className="q-c">{t('none')}</span>;
  const day = dayWord(item.dueDay, item.dueFor === 'plan' ? undefined : 'until');
  const days = Math.max(1, daysBetween(item.dueDay, today));
  return item.overdue ? (
    <span className="q-c q-late">
      <Icon of={WarningIcon} weight="fill" />
      {t(LATE[item.dueFor], { days })}
    </span>
  ) : (
    <span className="q-c">
      <Icon of={ClockIcon} />
      {t(item.dueFor, { day })}
    </span>
  );
}
