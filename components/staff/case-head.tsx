import { ShieldWarningIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Plate } from '#components/ui/plate.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { formatDate } from '#lib/i18n/dates.ts';
import type { CaseView } from './case-view.ts';
import { DangerBadge } from './item-badges.tsx';
import { PhotoList } from './photo-list.tsx';
import { useCaseTitle } from './place-words.ts';
import { Term } from './term.tsx';

/** Number, status, where it came from and when, what is owed next; then what it is about. */
export function CaseHead({ view }: { view: CaseView }) {
  const { item, today } = view;
  const t = useTranslations('staff');
  const titleOf = useCaseTitle();
  const locale = useLocale();
  const at = formatDate(locale, new Date(item.receivedAt), 'short');
  return (
    <div className="case-h">
      <p className="row">
        <Plate>{item.reference}</Plate>
        <StatusBadge status={item.status} waitingOn={item.waitingOn} outcome={item.outcome} />
        <DangerBadge item={item} />
        <span className="meta">{t('case.received', { channel: t(`channels.${item.channel}`), at })}</span>
        {item.dueFor && <Term item={item} today={today} />}
      </p>
      <h1>{titleOf(item)}</h1>
    </div>
  );
}

/** What the person wrote and photographed, as it came, with a warning about what in it says who somebody is. */
export function CaseText({ view }: { view: CaseView }) {
  const { item } = view;
  const t = useTranslations('staff');
  return (
    <>
      {item.text === null ? (
        <p className="meta">{t('case.redacted')}</p>
      ) : (
        <blockquote className="wb-x pre" lang={item.writtenIn}>
          {item.text}
        </blockquote>
      )}
      {item.findings.length > 0 && (
        <ul className="finds list-plain">
          {item.findings.map((finding) => (
            <li key={finding}>
              <Icon of={ShieldWarningIcon} weight="fill" />
              {t(`findings.${finding}`)}
            </li>
          ))}
        </ul>
      )}
      <PhotoList
        photos={item.photoList.filter((photo) => photo.purpose === 'REPORT')}
        reference={item.reference}
      />
    </>
  );
}
