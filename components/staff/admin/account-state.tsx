import { CheckCircleIcon, HourglassIcon, ProhibitIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { AccountState } from '#lib/staff/account-dto.ts';

const LOOKS = {
  active: { tone: 'done', shape: CheckCircleIcon },
  waiting: { tone: 'wait', shape: HourglassIcon },
  disabled: { tone: 'closed', shape: ProhibitIcon },
} as const;

/** Whether somebody can work with an account: colour, icon and word. */
export function AccountStateBadge({ state }: { state: AccountState }) {
  const t = useTranslations('admin.accounts.state');
  const { tone, shape } = LOOKS[state];
  return (
    <span className={`st st-${tone}`}>
      <Icon of={shape} weight="fill" />
      {t(state)}
    </span>
  );
}
