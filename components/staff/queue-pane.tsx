import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { QueueTab, StaffItem, StaffPage } from '#lib/submissions/staff-dto.ts';
import { QueueRow } from './queue-row.tsx';

type QueueListProps<Item> = {
  items: Item[];
  today: string;
  list: string;
  className?: string;
  /** The case that stands open beside the list. */
  current?: string;
  /** What is said of each beside what it is. */
  noteOf?: ((item: Item) => string) | undefined;
};

/** The cases of a page. J and K lead to the neighbours of the open one, or to the first. */
export function QueueList<Item extends StaffItem>({
  items,
  today,
  list,
  className = 'queue list-plain',
  current,
  noteOf,
}: QueueListProps<Item>) {
  const at = items.findIndex((item) => item.reference === current);
  return (
    <ol className={className}>
      {items.map((item, index) => (
        <QueueRow
          key={item.reference}
          item={item}
          today={today}
          list={list}
          current={item.reference === current}
          shortcut={neighbour(index, at)}
          fits={noteOf?.(item)}
        />
      ))}
    </ol>
  );
}

function neighbour(index: number, at: number): string | undefined {
  if (index === at + 1) return 'j';
  return index === at - 1 ? 'k' : undefined;
}

type QueuePaneProps = {
  page: StaffPage;
  today: string;
  list: string;
  tab: QueueTab;
  current: string;
  pages: { previous: string | null; next: string | null };
};

/** The list beside an open case. */
export function QueuePane({ page, today, list, tab, current, pages }: QueuePaneProps) {
  const t = useTranslations('staff.queue');
  return (
    <section className="wb-q" aria-labelledby="pane-title">
      <div className="pane-h">
        <h2 id="pane-title">
          <Link href={`/staff?${list}`}>{t(`tabs.${tab}`)}</Link>
        </h2>
      </div>
      <QueueList items={page.items} today={today} list={list} current={current} />
      <Pager label={t('pages')} {...pages} />
    </section>
  );
}

/** The cases before and after the open one, when the list beside it has them. */
export function neighbours(items: StaffItem[], reference: string) {
  const at = items.findIndex((item) => item.reference === reference);
  return {
    previous: at > 0 ? (items[at - 1] ?? null) : null,
    next: at >= 0 ? (items[at + 1] ?? null) : null,
  };
}
