import { CheckCircleIcon, ClockIcon, WarningIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { formatDate, formatDay } from '#lib/i18n/dates.ts';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import type { CaseView } from './case-view.ts';
import { daysBetween, useDayWords } from './day-words.ts';

/** The clocks: the first answer, and the fix of what is broken; the planned day where there is one. */
export function CaseTerms({ view }: { view: CaseView }) {
  const { item, today } = view;
  const t = useTranslations('staff.case');
  const ended = item.status === 'RESOLVED' || item.status === 'CLOSED';
  return (
    <section aria-labelledby="terms-title">
      <h2 className="h-s" id="terms-title">
        {t('terms')}
      </h2>
      <dl className="slas">
        <div>
          <dt>{t('firstAnswer')}</dt>
          <TermValue
            done={item.firstAnsweredAt}
            day={item.firstAnswerDay}
            late={item.firstAnswerDay < today}
            today={today}
          />
        </div>
        {item.waitingUntil && <Planned day={item.waitingUntil} today={today} />}
        {(item.kind === 'PROBLEM' || item.fixDay) && (
          <div>
            <dt>{t('fix')}</dt>
            {item.fixDay ? (
              <TermValue done={null} day={item.fixDay} late={!ended && item.fixDay < today} today={today} />
            ) : (
              <dd>{t('noFix')}</dd>
            )}
          </div>
        )}
      </dl>
    </section>
  );
}

function Planned({ day, today }: { day: string; today: string }) {
  const t = useTranslations('staff.case');
  return (
    <div>
      <dt>{t('planned')}</dt>
      <TermValue done={null} day={day} late={day < today} today={today} planned />
    </div>
  );
}

type TermValueProps = {
  done: string | null;
  day: string;
  late: boolean;
  today: string;
  /** A day that was planned is the day, not a term until it. */
  planned?: boolean;
};

function TermValue({ done, day, late, today, planned }: TermValueProps) {
  const t = useTranslations('staff.case');
  const dayOf = useDayWords(today);
  const locale = useLocale();
  if (done) {
    return (
      <dd className="q-c">
        <Icon of={CheckCircleIcon} weight="fill" />
        {t('answeredOn', { day: formatDate(locale, new Date(done)) })}
      </dd>
    );
  }
  return (
    <dd className={late ? 'q-c q-late' : 'q-c'}>
      <Icon of={late ? WarningIcon : ClockIcon} weight={late ? 'fill' : 'regular'} />
      {late && t('late', { day: formatDay(locale, day), days: daysBetween(day, today) })}
      {!late && (planned ? dayOf(day) : t('until', { day: dayOf(day, 'until') }))}
    </dd>
  );
}

/** What everybody sees of it now. */
export function CasePublic({ view }: { view: CaseView }) {
  const { item } = view;
  const t = useTranslations('staff.case');
  return (
    <section aria-labelledby="public-title">
      <h2 className="h-s" id="public-title">
        {t('publicTitle')}
      </h2>
      <PublicText item={item} />
      {item.sensitive && <p className="meta">{t('publicSensitive')}</p>}
      {item.kind !== 'QUESTION' && (
        <p>
          <Link href={`/zgloszenia/${item.reference}`}>{t('publicPage')}</Link>
        </p>
      )}
    </section>
  );
}

function PublicText({ item }: { item: StaffCase }): ReactNode {
  const t = useTranslations('staff.case');
  const locale = useLocale();
  if (item.kind === 'QUESTION') return <p>{t('publicNever')}</p>;
  if (item.publicText === null || !item.releasedAt) return <p>{t('publicHeld')}</p>;
  const day = formatDate(locale, new Date(item.releasedAt));
  if (item.publicText === item.text) return <p>{t('publicSame', { day })}</p>;
  return (
    <>
      <p>{t('publicChanged', { day })}</p>
      <blockquote className="wb-x pre" lang={item.writtenIn}>
        {item.publicText}
      </blockquote>
    </>
  );
}
