import {
  BuildingsIcon,
  CalendarBlankIcon,
  ClockIcon,
  HandsClappingIcon,
  MapPinIcon,
} from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { formatDay } from '#lib/i18n/dates.ts';
import type { Expectation, PublicItem } from '#lib/submissions/dto.ts';

type FactsProps = {
  item: PublicItem;
  expectation: Expectation;
  place: string | null;
  objectUntil?: string | null;
};

/** Who has it, what happens now, by when, and where. */
export function Facts({ item, expectation, place, objectUntil }: FactsProps) {
  const t = useTranslations('tracking.facts');
  const ideas = useTranslations('ideas.landing');
  const { district } = item;
  return (
    <dl className="facts">
      <Fact icon={<Icon of={BuildingsIcon} />} term={t('who')}>
        {item.status === 'CLOSED' ? t('nobody') : (item.department?.name ?? t('infoline'))}
      </Fact>
      <Fact icon={<Icon of={ClockIcon} />} term={t('now')}>
        <Now item={item} objectUntil={objectUntil ?? null} />
      </Fact>
      <Fact icon={<Icon of={CalendarBlankIcon} />} term={t('time')}>
        <Time item={item} expectation={expectation} />
      </Fact>
      {item.kind === 'IDEA' && item.status !== 'RECEIVED' && (
        <Fact icon={<Icon of={HandsClappingIcon} />} term={t('support')}>
          {ideas('count', { count: item.supportCount })}
        </Fact>
      )}
      {(item.kind !== 'QUESTION' || place || district) && (
        <Fact icon={<Icon of={MapPinIcon} />} term={t('place')}>
          {place ?? t('noPlace')}
          {district && (
            <span className="meta">{t('district', { roman: district.roman, name: district.name })}</span>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ icon, term, children }: { icon: ReactNode; term: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {icon}
        {term}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Now({ item, objectUntil }: { item: PublicItem; objectUntil: string | null }) {
  const t = useTranslations('tracking.facts.next');
  const locale = useLocale();
  if (item.status === 'RESOLVED' && objectUntil) {
    return (
      <>
        {t('yourWord')}
        <span className="meta">{t('until', { day: formatDay(locale, objectUntil) })}</span>
      </>
    );
  }
  if (item.waitingOn === 'REPORTER') return t('yourReply');
  if (item.waitingUntil) return t('planned', { day: formatDay(locale, item.waitingUntil) });
  return t(item.status);
}

/** What was promised and what usually happens, both honest. */
function Time({ item, expectation }: { item: PublicItem; expectation: Expectation }) {
  const t = useTranslations('tracking.facts');
  const locale = useLocale();
  const usual = <Usual expectation={expectation} />;
  if (item.due) {
    const { what, day } = item.due;
    return (
      <>
        {t(`${item.overdue ? 'late' : 'due'}.${what}`, { day: formatDay(locale, day) })}
        <span className="meta">{usual}</span>
      </>
    );
  }
  return item.status === 'RESOLVED' || item.status === 'CLOSED' ? t('ended') : usual;
}

export function Usual({ expectation }: { expectation: Expectation }) {
  const t = useTranslations('tracking.expectation');
  if (expectation.basis === 'NONE') return t('none');
  if (expectation.basis === 'PLANNED') return t('planned', { days: expectation.days });
  const { median, p80 } = expectation;
  return median === p80 ? t('measuredSame', { days: p80 }) : t('measured', { median, p80 });
}
