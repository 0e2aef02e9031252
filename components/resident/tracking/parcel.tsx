import { CheckIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { StatusIcon } from '#components/ui/status-icon.tsx';
import { statusLook } from '#components/ui/status-look.ts';
import type { PublicItem, TimelineEntry } from '#lib/submissions/dto.ts';
import type { Status } from '#lib/submissions/words.ts';

const STATIONS: Status[] = ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'RESOLVED'];

/**
 * A case as a parcel on its way: where it was, where it is now, and what is still to come. A station it never came to
 * is not shown as passed: an answer of the infoline needed no department.
 */
export function Parcel({ item, timeline }: { item: PublicItem; timeline: TimelineEntry[] }) {
  const t = useTranslations('tracking.parcel');
  const { word } = statusLook({ ...item, overdue: false });
  return (
    <ol className="parcel list-plain" aria-label={t('label')}>
      {stationsOf(item, timeline).map((stop) => (
        <Stop key={stop.station} stop={stop} item={item} word={stop.state === 'now' ? word : stop.station} />
      ))}
    </ol>
  );
}

type StopState = { station: Status; state: 'past' | 'now' | 'next'; at: string | null };

function stationsOf(item: PublicItem, timeline: TimelineEntry[]): StopState[] {
  const now = Math.max(0, STATIONS.indexOf(item.status === 'CLOSED' ? 'RESOLVED' : item.status));
  return STATIONS.flatMap((station, index) => {
    const state = index < now ? 'past' : index === now ? 'now' : 'next';
    const at = state === 'next' ? null : passedAt(station, timeline, item);
    return state === 'past' && at === null ? [] : [{ station, state, at } as const];
  });
}

function Stop({ stop, item, word }: { stop: StopState; item: PublicItem; word: string }) {
  const words = useTranslations('statuses');
  const { state, at } = stop;
  const { tone } = statusLook({ ...item, overdue: false });
  return (
    <li
      className={state === 'now' ? `now st-${tone}` : state}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <span className="pd">
        {state === 'past' ? <Icon of={CheckIcon} weight="bold" /> : <StatusIcon word={word} />}
      </span>
      <span className="pw">
        <span className="pt">{words(word)}</span>
        {at && <DateText className="meta" at={at} as="day" />}
      </span>
    </li>
  );
}

/** The last time the case came to a station. */
function passedAt(station: Status, timeline: TimelineEntry[], item: PublicItem): string | null {
  if (station === 'RECEIVED') return item.receivedAt;
  const entry = timeline.find(
    ({ status, type }) => status === station && !['note', 'correct'].includes(type),
  );
  return entry?.at ?? (station === 'RESOLVED' && item.status === 'CLOSED' ? item.changedAt : null);
}
