import { LockSimpleIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { statusLook } from '#components/ui/status-look.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import type { PublicItem } from '#lib/submissions/dto.ts';
import { caseTitle, titleLang } from './case-title.ts';

/** One case in the public list: what, where, how far, who. `number` is the one on its pin. */
export function CaseItem({ item, number }: { item: PublicItem; number: number }) {
  const t = useTranslations('list');
  const { tone } = statusLook(item);
  return (
    <li className="case" data-case={item.reference}>
      <span className={`case-n st-${tone}`} aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>
          <Link href={`/zgloszenia/${item.reference}`} lang={titleLang(item)}>
            {caseTitle(item, t)}
          </Link>
        </h3>
        <p className="case-s">
          <StatusBadge {...item} />
          <span className="meta">
            {item.reference}, <DateText at={item.receivedAt} as="day" />
          </span>
        </p>
        <ItemText item={item} />
        <p className="meta">
          <Responsible item={item} />
        </p>
      </div>
    </li>
  );
}

const EXCERPT = 180;

function ItemText({ item }: { item: PublicItem }) {
  const t = useTranslations('list');
  if (item.text) {
    const long = item.text.length > EXCERPT;
    return <p lang={item.textLocale}>{long ? `${item.text.slice(0, EXCERPT).trimEnd()}…` : item.text}</p>;
  }
  return (
    <p className="held">
      <Icon of={LockSimpleIcon} />
      {item.outcome === 'WITHDRAWN' ? t('withdrawn') : t('held')}
    </p>
  );
}

/** Who has it and by when, in one line. */
function Responsible({ item }: { item: PublicItem }) {
  const t = useTranslations('list');
  const locale = useLocale();
  const who = item.department?.name ?? t('infoline');
  if (item.waitingUntil) return t('plannedFor', { who, day: formatDay(locale, item.waitingUntil) });
  if (item.due) return t(`due.${item.due.what}`, { who, day: formatDay(locale, item.due.day) });
  return who;
}
