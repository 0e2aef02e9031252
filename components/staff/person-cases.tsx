import { useTranslations } from 'next-intl';
import type { PersonCase } from '#lib/submissions/staff-dto.ts';
import { QueueRow } from './queue-row.tsx';

/** Cases of one person. Which of phone and e-mail fits is told; neither is shown. */
export function PersonCases({ cases, today }: { cases: PersonCase[]; today: string }) {
  const t = useTranslations('intake.search');
  return (
    <ol className="queue queue-wide list-plain">
      {cases.map((item) => (
        <QueueRow
          key={item.reference}
          item={item}
          today={today}
          list=""
          fits={[t(`matched.${item.matched}`), ...(item.follows ? [t('follows')] : [])].join(', ')}
        />
      ))}
    </ol>
  );
}
