import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import type { BoundedCount, Desk, QueueTab } from '#lib/submissions/staff-dto.ts';

export type QueueTabItem = { tab: QueueTab; href: string; current: boolean; count?: BoundedCount };

/** The name of a list; one list is called shorter where a department reads it. */
export function useTabName(desk: Desk): (tab: QueueTab) => string {
  const t = useTranslations('staff.queue');
  return (tab) => (desk === 'department' && tab === 'waiting' ? t('waitingDepartment') : t(`tabs.${tab}`));
}

/** The lists of a desk as links, each with how many wait there. */
export function QueueTabs({ items, desk }: { items: QueueTabItem[]; desk: Desk }) {
  const t = useTranslations('staff.queue');
  const nameOf = useTabName(desk);
  return (
    <nav aria-label={t('tabs.label')}>
      <ul className="tabs">
        {items.map(({ tab, href, current, count }) => (
          <li key={tab}>
            <Link href={href} aria-current={current ? 'page' : undefined}>
              {nameOf(tab)}
              {count && <b>{count.more ? t('more', { count: count.shown }) : count.shown}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
