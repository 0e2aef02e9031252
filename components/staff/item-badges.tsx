import {
  ArrowUUpLeftIcon,
  ChatCircleDotsIcon,
  EyeSlashIcon,
  ShieldWarningIcon,
  UserIcon,
  UsersThreeIcon,
  WarningIcon,
} from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';

type BadgeProps = { tone: string; icon: typeof WarningIcon; children: ReactNode };

/** Colour, icon and word, as a status has. */
function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={`st st-${tone}`}>
      <Icon of={icon} weight="fill" />
      {children}
    </span>
  );
}

/** Danger stands first, whatever else is said, until it is over. */
export function DangerBadge({ item }: { item: Pick<StaffItem, 'danger' | 'status'> }) {
  const t = useTranslations('staff.item');
  if (!item.danger || item.status === 'RESOLVED' || item.status === 'CLOSED') return null;
  return (
    <Badge tone="late" icon={WarningIcon}>
      {t('danger')}
    </Badge>
  );
}

/** Others are behind it; an idea with as many as it needs waits to be looked at. */
function SupportBadge({ item: { supportCount, thresholdReached } }: { item: StaffItem }) {
  const t = useTranslations('staff.item');
  if (supportCount === 0) return null;
  return (
    <Badge tone={thresholdReached ? 'done' : 'closed'} icon={UsersThreeIcon}>
      {thresholdReached ? t('threshold') : t('supports', { count: supportCount })}
    </Badge>
  );
}

/** A new case is unreleased by nature; one that went on and is still unread is worth a word. */
function isHeldLong({ kind, released, excerpt, status }: StaffItem): boolean {
  return kind !== 'QUESTION' && !released && excerpt !== null && status !== 'RECEIVED';
}

/** What somebody should know of a case before opening it. */
export function ItemBadges({ item }: { item: StaffItem }) {
  const t = useTranslations('staff.item');
  return (
    <>
      <DangerBadge item={item} />
      {(item.status !== 'RECEIVED' || item.waitingOn !== 'NONE') && (
        <StatusBadge status={item.status} waitingOn={item.waitingOn} outcome={item.outcome} />
      )}
      <SupportBadge item={item} />
      {item.replied && (
        <Badge tone="new" icon={ChatCircleDotsIcon}>
          {t('replied')}
        </Badge>
      )}
      {item.handler && (
        <Badge tone="work" icon={UserIcon}>
          {item.handler.me ? t('mine') : t('handler', { name: item.handler.name })}
        </Badge>
      )}
      {item.hops > 0 && (
        <Badge tone="sent" icon={ArrowUUpLeftIcon}>
          {t('returned', { count: item.hops })}
        </Badge>
      )}
      {item.findings.length > 0 && !item.released && (
        <Badge tone="wait" icon={ShieldWarningIcon}>
          {t('findings')}
        </Badge>
      )}
      {isHeldLong(item) && (
        <Badge tone="closed" icon={EyeSlashIcon}>
          {t('unreleased')}
        </Badge>
      )}
    </>
  );
}
