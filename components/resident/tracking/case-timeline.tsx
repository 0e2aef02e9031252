import {
  ArrowUUpLeftIcon,
  ChatCircleDotsIcon,
  PaperPlaneTiltIcon,
  PencilSimpleIcon,
  TrayArrowDownIcon,
  UsersThreeIcon,
} from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusIcon } from '#components/ui/status-icon.tsx';
import { type StatusTone, statusLook } from '#components/ui/status-look.ts';
import { Timeline, type TimelineItem } from '#components/ui/timeline.tsx';
import { formatDay } from '#lib/i18n/dates.ts';
import type { TimelineEntry } from '#lib/submissions/dto.ts';
import type { Outcome } from '#lib/submissions/words.ts';
import { Cost } from './answer.tsx';
import { PhotoRow } from './photo-row.tsx';

const SHAPES: Record<string, { shape: typeof TrayArrowDownIcon; tone: StatusTone }> = {
  file: { shape: TrayArrowDownIcon, tone: 'new' },
  forward: { shape: PaperPlaneTiltIcon, tone: 'sent' },
  return: { shape: ArrowUUpLeftIcon, tone: 'new' },
  ask: { shape: ChatCircleDotsIcon, tone: 'wait' },
  remind: { shape: ChatCircleDotsIcon, tone: 'wait' },
  'propose-kind': { shape: ChatCircleDotsIcon, tone: 'wait' },
  reply: { shape: ChatCircleDotsIcon, tone: 'new' },
  edit: { shape: PencilSimpleIcon, tone: 'new' },
  object: { shape: ArrowUUpLeftIcon, tone: 'sent' },
  'reach-threshold': { shape: UsersThreeIcon, tone: 'done' },
};

/** Endings that have one outcome by their name. */
const OUTCOMES: Record<string, Outcome> = {
  answer: 'ANSWERED',
  redirect: 'OUTSIDE_CITY',
  decline: 'DECLINED',
  duplicate: 'DUPLICATE',
  withdraw: 'WITHDRAWN',
  'no-reply': 'NO_REPLY',
  expire: 'EXPIRED',
};

type CaseTimelineProps = { entries: TimelineEntry[]; label: string };

/** The road of a case in plain words, newest on top. */
export function CaseTimeline({ entries, label }: CaseTimelineProps) {
  const t = useTranslations('tracking.timeline');
  const locale = useLocale();
  const items: TimelineItem[] = entries.map((entry) => {
    const { tone, icon } = pictureOf(entry);
    return {
      id: entry.id,
      tone,
      icon,
      at: entry.at,
      title: titleOf(entry, locale, t),
      children: <EntryBody entry={entry} />,
    };
  });
  return <Timeline items={items} label={label} />;
}

function pictureOf(entry: TimelineEntry) {
  const known = SHAPES[entry.type];
  if (known) return { tone: known.tone, icon: <Icon of={known.shape} weight="fill" /> };
  const waitingOn = entry.type === 'plan' ? 'SCHEDULED' : null;
  const outcome = entry.outcome ?? OUTCOMES[entry.type] ?? null;
  const { word, tone } = statusLook({ status: entry.status, outcome, waitingOn });
  return { tone, icon: <StatusIcon word={word} /> };
}

type Words = ReturnType<typeof useTranslations>;

function titleOf(entry: TimelineEntry, locale: string, t: Words): string {
  const who = entry.byDepartment ?? t('infoline');
  const values = {
    kind: entry.kind,
    who,
    department: entry.department ?? t('infoline'),
    institution: entry.institution?.name ?? '',
    day: entry.until ? formatDay(locale, entry.until) : '',
    outcome: entry.outcome ?? 'OTHER',
    by: entry.by,
    threshold: entry.threshold ?? 0,
  };
  return t(`events.${entry.type}`, values);
}

function EntryBody({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations('tracking.timeline');
  return (
    <>
      {entry.reasonCode && entry.type === 'decline' && <p>{t(`declineReasons.${entry.reasonCode}`)}</p>}
      {entry.messages.map((message) =>
        message.text ? (
          <p key={message.role} lang={message.locale} className="pre-line">
            {message.role === 'ALTERNATIVE' && <strong>{t('alternative')} </strong>}
            {message.role === 'REMAINING' && <strong>{t('remaining')} </strong>}
            {message.text}
          </p>
        ) : (
          <p key={message.role} className="meta">
            {t('redacted')}
          </p>
        ),
      )}
      <Cost entry={entry} />
      {entry.duplicateOf && (
        <p>
          <Link href={`/zgloszenia/${entry.duplicateOf}`}>
            {t('seeOther', { reference: entry.duplicateOf })}
          </Link>
        </p>
      )}
      <PhotoRow photos={entry.photos} alt={t('photoAlt', { type: entry.type })} />
    </>
  );
}
