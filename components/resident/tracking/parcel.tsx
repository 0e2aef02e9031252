import { CheckIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { StatusIcon } from '#components/ui/status-icon.tsx';
import { statusLook } from '#components/ui/status-look.ts';
import type { PublicItem, TimelineEntry } from '#lib/submissions/dto.ts';
import type { Status } from '#lib/submissions/words.ts';

const STATIONS: Status[] = ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'RESOLVED'];

/** A case as a parcel on its way: four stations, where it is now, and when it passed the others. */
export function Parcel({ item, timeline }: { item: PublicItem; timeline: TimelineEntry[] }) {
  const t = useTranslations('tracking.parcel');
  const words = useTranslations('statuses');
  const status = item.status === 'CLOSED' ? 'RESOLVED' : item.status;
  const now = Math.max(0, STATIONS.indexOf(status));
  const { word, tone } = statusLook({ ...item, overdue: false });
  return (
    <ol className="parcel list-plain" aria-label={t('label')}>
      {STATIONS.map((station, index) => {
        const state = index < now ? 'past' : index === now ? 'now' : 'next';
        const at = index <= now ? passedAt(station, timeline, item) : null;
        return (
          <li
            key={station}
            className={state === 'now' ? `now st-${tone}` : state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="pd">
              {state === 'past' ? (
                <Icon of={CheckIcon} weight="bold" />
              ) : (
                <StatusIcon word={state === 'now' ? word : station} />
              )}
            </span>
            <span className="pt">{words(state === 'now' ? word : station)}</span>
            {at ? (
              <DateText className="meta" at={at} as="day" />
            ) : (
              <span className="meta">{state === 'past' ? t('skipped') : ''}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The last time the case came to a station. A case may be answered without having been in some of them. */
function passedAt(station: Status, timeline: TimelineEntry[], item: PublicItem): string | null {
  if (station === 'RECEIVED') return item.receivedAt;
  const entry = timeline.find(
    ({ status, type }) => status === station && !['note', 'correct'].includes(type),
  );
  return entry?.at ?? (station === 'RESOLVED' && item.status === 'CLOSED' ? item.changedAt : null);
}
