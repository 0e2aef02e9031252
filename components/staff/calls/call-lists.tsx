import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import type { CallBackContact, CallBackItem, CallCounts, CallItem } from '#lib/calls/dto.ts';
import { CALL_OUTCOMES } from '#lib/calls/words.ts';
import { formatDate } from '#lib/i18n/dates.ts';
import { localePath } from '#lib/i18n/languages.ts';

type CallBacksProps = {
  items: CallBackItem[];
  /** The one whose number is shown; the view is in the audit. */
  shown: { id: string; contact: CallBackContact | null } | null;
};

/** Promises that are still to be kept, by whoever of the infoline is there. */
export function CallBacks({ items, shown }: CallBacksProps) {
  const t = useTranslations('calls');
  const locale = useLocale();
  return (
    <section aria-labelledby="backs-title" className="call-backs">
      <h2 className="h-s" id="backs-title">
        {t('backs.title', { count: items.length })}
      </h2>
      <ul className="list-plain">
        {items.map((item) => (
          <li key={item.id} id={`oddzwon-${item.id}`}>
            <strong>{item.topic}</strong>
            <span className={item.late ? 'q-late' : 'meta'}>
              {t(item.late ? 'backs.late' : 'backs.due', {
                at: formatDate(locale, new Date(item.dueAt), 'short'),
              })}
            </span>
            {item.note && <span className="meta">{item.note}</span>}
            {item.promisedBy && (
              <span className="meta">{t('backs.promisedBy', { name: item.promisedBy })}</span>
            )}
            {item.seen && (
              <span className="q-late">
                {t('backs.seen', {
                  name: item.seen.name,
                  at: formatDate(locale, new Date(item.seen.at), 'time'),
                })}
              </span>
            )}
            <CallBackActions id={item.id} contact={shown?.id === item.id ? shown.contact : null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallBackActions({ id, contact }: { id: string; contact: CallBackContact | null }) {
  const t = useTranslations('calls.backs');
  const locale = useLocale();
  return (
    <div className="row">
      {contact?.phone ? (
        <span>
          <PhoneLink phone={contact.phone} /> {contact.name}
        </span>
      ) : (
        <form action={localePath(locale, '/staff/rozmowy')}>
          <input type="hidden" name="numer" value={id} />
          <Button look="quiet">{t('show')}</Button>
        </form>
      )}
      <form method="post" action={`/api/staff/calls/${id}/done`}>
        <Button look="quiet">{t('done')}</Button>
      </form>
    </div>
  );
}

/** How many calls ended how. */
export function CallNumbers({ counts }: { counts: CallCounts }) {
  const t = useTranslations('calls');
  return (
    <dl className="call-n">
      {CALL_OUTCOMES.map((outcome) => (
        <div key={outcome}>
          <dt>{t(`outcomes.${outcome}`)}</dt>
          <dd>{counts[outcome]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The calls of a day. Who called stands nowhere. */
export function CallTable({ items, all }: { items: CallItem[]; all: boolean }) {
  const t = useTranslations('calls');
  if (items.length === 0) {
    return (
      <EmptyState title={t('none')} level={3}>
        {t('noneHelp')}
      </EmptyState>
    );
  }
  return (
    <ol className="list-plain call-l">
      {items.map((item) => (
        <CallRow key={item.id} item={item} all={all} />
      ))}
    </ol>
  );
}

function CallRow({ item, all }: { item: CallItem; all: boolean }) {
  const t = useTranslations('calls');
  const locale = useLocale();
  const at = new Date(item.at);
  const more = [item.to, item.note, all ? item.who : null].filter(Boolean).join(', ');
  return (
    <li>
      <time className="meta" dateTime={item.at}>
        {formatDate(locale, at, 'time')}
      </time>
      <span>
        <strong>{item.topic}</strong>
        {more && <span className="meta"> {more}</span>}
      </span>
      <span>
        {t(`outcomes.${item.outcome}`)}
        {item.calledBackAt && (
          <span className="meta">
            {' '}
            {item.calledBackBy ? t('backs.wasDoneBy', { name: item.calledBackBy }) : t('backs.wasDone')}
          </span>
        )}
        {item.reference && (
          <>
            {' '}
            <Link href={`/staff/zgloszenia/${item.reference}`}>{item.reference}</Link>
          </>
        )}
      </span>
    </li>
  );
}
