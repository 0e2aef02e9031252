import { MagnifyingGlassIcon, MapPinIcon, PhoneIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { StaffFound } from '#lib/submissions/staff-dto.ts';
import { casePath } from './case-view.ts';
import { PersonCases } from './person-cases.tsx';
import { QueueRow } from './queue-row.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';

type SearchResultsProps = {
  /** Null: what was looked for is no longer kept. */
  typed: string | null;
  found: StaffFound | null;
  /** The search in the address. */
  here: string;
  today: string;
};

/** Everything a search found, with what fits. Whose phone or e-mail fits is said, never what it is. */
export function SearchResults({ typed, found, here, today }: SearchResultsProps) {
  const t = useTranslations('intake.search');
  return (
    <Main className="wrap q-page stack">
      <div className="q-head">
        <h1>{t('title')}</h1>
        {typed !== null && <p className="meta">{t('typed', { typed })}</p>}
      </div>
      {found === null ? <p role="status">{t('forgotten')}</p> : <Found found={found} today={today} />}
      {found && (
        <Pager
          label={t('pages')}
          previous={found.previous && `/staff/szukaj?${here}&before=${found.previous}`}
          next={found.next && `/staff/szukaj?${here}&after=${found.next}`}
        />
      )}
      <ShortcutsHelp actions={[]} />
    </Main>
  );
}

function Found({ found, today }: { found: StaffFound; today: string }) {
  const t = useTranslations('intake.search');
  const { number, people, items, atAddress, tooShort } = found;
  const others = items.slice(atAddress);
  if (!number && people.length === 0 && items.length === 0) {
    return (
      <EmptyState title={t('nothing')} level={2}>
        {tooShort ? t('tooShort') : t('nothingHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      {number && (
        <p>
          <Link className="link-block" href={casePath(number, '')}>
            {t('number', { number })}
          </Link>
        </p>
      )}
      {people.length > 0 && (
        <Part title={t('people', { count: people.length })} icon={PhoneIcon} id="found-people">
          <PersonCases cases={people} today={today} />
        </Part>
      )}
      {atAddress > 0 && (
        <Part title={t('atAddress')} icon={MapPinIcon} id="found-address">
          <WordCases items={items.slice(0, atAddress)} today={today} />
        </Part>
      )}
      {others.length > 0 && (
        <Part title={t('words')} icon={MagnifyingGlassIcon} id="found-words">
          <WordCases items={others} today={today} />
        </Part>
      )}
    </>
  );
}

function WordCases({ items, today }: Pick<StaffFound, 'items'> & { today: string }) {
  const t = useTranslations('intake.search');
  return (
    <ol className="queue queue-wide list-plain">
      {items.map((item) => (
        <QueueRow
          key={item.reference}
          item={item}
          today={today}
          list=""
          fits={item.matched.map((where) => t(`matched.${where}`)).join(', ')}
        />
      ))}
    </ol>
  );
}

type PartProps = { title: string; icon: typeof PhoneIcon; id: string; children: ReactNode };

function Part({ title, icon, id, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 className="h-s row" id={id}>
        <Icon of={icon} />
        {title}
      </h2>
      {children}
    </section>
  );
}
