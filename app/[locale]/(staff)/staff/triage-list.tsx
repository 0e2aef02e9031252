import { useTranslations } from 'next-intl';
import { ListNotice } from '#components/staff/list-notice.tsx';
import { QueueFilters } from '#components/staff/queue-filters.tsx';
import { QueueList } from '#components/staff/queue-pane.tsx';
import { QueueTabs } from '#components/staff/queue-tabs.tsx';
import { type Refused, RefusedSummary } from '#components/staff/refused.tsx';
import { SearchNote } from '#components/staff/search-note.tsx';
import { ShortcutsHelp } from '#components/staff/shortcuts-help.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { PageQuery, QueueView } from './queue-view.ts';

type TriageListProps = { view: QueueView; state: Refused | null; query: PageQuery; actor: StaffActor };

/** The infoline's queue: what waits, by when, in dense rows. */
export function TriageList({ view, state, query, actor }: TriageListProps) {
  const t = useTranslations('staff.queue');
  const { filter, page, counts, tabs, options, set, today, list, pages } = view;
  const untriaged = (counts.new?.shown ?? 0) + (counts.returned?.shown ?? 0);
  return (
    <Main className="wrap q-page stack">
      <RefusedSummary state={state} />
      <ListNotice query={query} />
      <div className="q-head">
        <h1>{t('title')}</h1>
        <p className="meta">{t('lead', { untriaged, overdue: counts.overdue?.shown ?? 0 })}</p>
        {!can(actor, 'desk.triage') && <p className="meta">{t('readOnly')}</p>}
      </div>
      <QueueTabs items={tabs} desk={view.desk} />
      <SearchNote filter={filter} />
      <QueueFilters desk={view.desk} filter={filter} options={options} set={set} />
      {page.items.length === 0 ? (
        <EmptyState title={t('empty.title')} level={2}>
          {set > 0 || filter.q ? t('empty.filtered') : t('empty.text')}
        </EmptyState>
      ) : (
        <QueueList items={page.items} today={today} list={list} className="queue queue-wide list-plain" />
      )}
      <Pager label={t('pages')} {...pages} />
      <ShortcutsHelp actions={[]} />
    </Main>
  );
}
