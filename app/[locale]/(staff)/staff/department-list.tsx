import { useLocale, useTranslations } from 'next-intl';
import { localCasePath } from '#components/staff/case-view.ts';
import { JobCard } from '#components/staff/job-card.tsx';
import { ListNotice } from '#components/staff/list-notice.tsx';
import { QueueFilters } from '#components/staff/queue-filters.tsx';
import { QueueTabs, useTabName } from '#components/staff/queue-tabs.tsx';
import { type Refused, RefusedSummary } from '#components/staff/refused.tsx';
import { SearchNote } from '#components/staff/search-note.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { formatDay } from '#lib/i18n/dates.ts';
import { localePath } from '#lib/i18n/languages.ts';
import type { PageQuery, QueueView } from './queue-view.ts';

type DepartmentListProps = { view: QueueView; state: Refused | null; query: PageQuery };

/** A department's jobs, made for a phone in the field: dangerous first, then late, then by term. */
export function DepartmentList({ view, state, query }: DepartmentListProps) {
  const t = useTranslations('staff.queue');
  const { filter, page, options, set, pages } = view;
  return (
    <Main className="wrap jobs-page stack">
      <RefusedSummary state={state} />
      <ListNotice query={query} />
      <JobsHead view={view} />
      <QueueTabs items={view.tabs} desk={view.desk} />
      <SearchNote filter={filter} />
      {page.items.length === 0 ? (
        <EmptyState title={t('empty.title')} level={2}>
          {set > 0 || filter.q ? t('empty.filtered') : t('empty.text')}
        </EmptyState>
      ) : (
        <Jobs view={view} />
      )}
      <Pager label={t('pages')} {...pages} />
      <QueueFilters desk={view.desk} filter={filter} options={options} set={set} />
    </Main>
  );
}

function JobsHead({ view }: { view: QueueView }) {
  const t = useTranslations('staff.queue');
  const locale = useLocale();
  const nameOf = useTabName(view.desk);
  const isToday = view.filter.tab === 'today';
  const left = view.counts.today;
  const values = { day: formatDay(locale, view.today, 'weekday'), count: left?.shown ?? 0 };
  return (
    <div className="off-h">
      <h1>{nameOf(view.filter.tab)}</h1>
      {isToday && <p className="lead">{left?.more ? t('todayMore', values) : t('todayLead', values)}</p>}
    </div>
  );
}

function Jobs({ view }: { view: QueueView }) {
  const locale = useLocale();
  const { page, today, list } = view;
  const nextToTake = page.items.find((item) => item.abilities.includes('take'));
  return (
    <ol className="jobs list-plain">
      {page.items.map((item, index) => (
        <JobCard
          key={item.reference}
          item={item}
          today={today}
          list={list}
          first={index === 0 && view.filter.tab === 'today'}
          mainAction={item === nextToTake}
          back={localePath(locale, `/staff?${list}`)}
          next={`${localCasePath(locale, item.reference, list)}&zrobione=take`}
        />
      ))}
    </ol>
  );
}
