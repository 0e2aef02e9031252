import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';
import type { OversightLoad, OversightView } from '#lib/submissions/oversight-dto.ts';
import { QueueList } from './queue-pane.tsx';
import { type Refused, RefusedSummary } from './refused.tsx';

type OversightDeskProps = {
  view: OversightView;
  today: string;
  state: Refused | null;
  /** A mail has just been sent again. */
  done: boolean;
  /** Mails that did not arrive. */
  children: ReactNode;
};

/** What needs a supervisor's eye: short lists, each with the way to the whole one, and who has how much. */
export function OversightDesk({ view, today, state, done, children }: OversightDeskProps) {
  const t = useTranslations('workday.oversight');
  return (
    <Main className="wrap q-page stack">
      <RefusedSummary state={state} />
      {done && !state && (
        <Banner tone="ok" role="status">
          {t('retried')}
        </Banner>
      )}
      <div className="q-head">
        <h1>{t('title')}</h1>
        <p className="meta">{view.desk === 'department' ? t('leadDepartment') : t('lead')}</p>
      </div>
      {children}
      {view.lists.map((list) => (
        <OversightList key={list.tab} list={list} today={today} />
      ))}
      <div className="over-g">
        {view.departments.length > 0 && <LoadTable title={t('departments')} rows={view.departments} linked />}
        <LoadTable title={t('people')} rows={view.people} />
      </div>
    </Main>
  );
}

function OversightList({ list, today }: { list: OversightView['lists'][number]; today: string }) {
  const t = useTranslations('workday.oversight');
  const id = `over-${list.tab}`;
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{t(`lists.${list.tab}`)}</h2>
      {list.items.length === 0 ? (
        <p className="meta">{t('nothing')}</p>
      ) : (
        <QueueList
          items={list.items}
          noteOf={list.tab === 'untriaged' ? (item) => t('waited', { days: item.waited }) : undefined}
          today={today}
          list={`tab=${list.tab}`}
          className="queue queue-wide list-plain"
        />
      )}
      {list.more && (
        <p>
          <Link className="link-block" href={`/staff?tab=${list.tab}`}>
            {t('all')}
            <span className="sr">: {t(`lists.${list.tab}`)}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

type LoadTableProps = { title: string; rows: OversightLoad[]; linked?: boolean };

/** Who has how many open cases, and how many of them are late; the worst first. */
function LoadTable({ title, rows, linked }: LoadTableProps) {
  const t = useTranslations('workday.oversight');
  if (rows.length === 0) return null;
  return (
    <table className="over-t">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('open')}</th>
          <th scope="col">{t('late')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, open, late }) => (
          <tr key={key}>
            <th scope="row">
              {linked ? <Link href={`/staff?tab=overdue&department=${key}`}>{name}</Link> : name}
            </th>
            <td>{open}</td>
            <td>{late > 0 ? <strong className="over-late">{late}</strong> : late}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
