import { CrosshairIcon, ListBulletsIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { BrowsePanel } from '#components/map/browse-panel.tsx';
import type { BrowseWords, ListedCase } from '#components/map/browse-props.ts';
import { MAP_ICONS } from '#components/map/map-icons.tsx';
import { useMapWords } from '#components/map/use-map-words.ts';
import { Icon } from '#components/ui/icon.tsx';
import { StatusIcon } from '#components/ui/status-icon.tsx';
import { statusLook } from '#components/ui/status-look.ts';
import type { PlacedItem } from '#lib/submissions/dto.ts';
import { OUTCOMES, STATUSES, WAITING_ON } from '#lib/submissions/words.ts';

/** One word for each colour of a case; the pins take their signs from here. */
const LEGEND = {
  new: 'RECEIVED',
  sent: 'FORWARDED',
  work: 'IN_PROGRESS',
  plan: 'SCHEDULED',
  wait: 'REPORTER',
  done: 'FIXED',
  closed: 'CLOSED',
  late: 'OVERDUE',
};

type ListMapProps = {
  query: string;
  bbox: string | null;
  home: string | null;
  items: PlacedItem[];
  tiles: string;
};

/** The map beside the list. What its script needs is looked up here, where the words are. */
export function ListMap({ query, bbox, home, items, tiles }: ListMapProps) {
  const t = useTranslations('browse');
  const locale = useLocale();
  return (
    <div className="lm-m js-only">
      <a className="skip-in" href="#koniec">
        {t('skip')}
      </a>
      <a className="btn btn-quiet to-list" href="#lista">
        <Icon of={ListBulletsIcon} />
        {t('toList')}
      </a>
      <BrowsePanel
        query={query}
        bbox={bbox}
        home={home}
        listed={listedOf(items)}
        tiles={tiles}
        locale={locale}
        words={useBrowseWords()}
        icons={ICONS}
        signs={SIGNS}
      >
        <Legend />
      </BrowsePanel>
      <span id="koniec" tabIndex={-1} />
    </div>
  );
}

function listedOf(items: PlacedItem[]): ListedCase[] {
  return items.flatMap((item, index) =>
    item.point
      ? [
          {
            reference: item.reference,
            number: index + 1,
            lat: item.point.lat,
            lng: item.point.lng,
            tone: statusLook(item).tone,
          },
        ]
      : [],
  );
}

function Legend() {
  const t = useTranslations('browse');
  const statuses = useTranslations('statuses');
  return (
    <details className="legend-b" id="legenda">
      <summary>{t('legend')}</summary>
      <div className="leg">
        {Object.entries(LEGEND).map(([tone, word]) => (
          <span key={tone} className={`st st-${tone}`}>
            {SIGNS[tone]}
            {statuses(word)}
          </span>
        ))}
      </div>
    </details>
  );
}

const SIGNS = Object.fromEntries(
  Object.entries(LEGEND).map(([tone, word]) => [tone, <StatusIcon key={tone} word={word} />]),
);

const ICONS = {
  ...MAP_ICONS,
  here: <Icon of={CrosshairIcon} />,
};

const STATUS_WORDS = [
  ...STATUSES,
  ...WAITING_ON.filter((word) => word !== 'NONE'),
  ...OUTCOMES,
  'OVERDUE',
] as const;

function useBrowseWords(): BrowseWords {
  const t = useTranslations('browse');
  const statuses = useTranslations('statuses');
  return {
    ...useMapWords(),
    name: t('name'),
    failed: t('failed'),
    noTiles: t('noTiles'),
    noMarks: t('noMarks'),
    again: t('again'),
    here: t('here'),
    hereDenied: t('hereDenied'),
    // Filled in where the numbers are known.
    group: t('group', { n: '{n}', count: '{count}' }),
    together: t('together', { count: '{count}' }),
    close: t('close'),
    toList: t('toList'),
    statuses: Object.fromEntries(STATUS_WORDS.map((word) => [word, statuses(word)])),
  };
}
