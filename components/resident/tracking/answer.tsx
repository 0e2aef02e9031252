import { BuildingsIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import { formatMoney } from '#lib/i18n/money.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import type { TimelineEntry } from '#lib/submissions/dto.ts';
import { PhotoRow } from './photo-row.tsx';

type AnswerProps = {
  entry: TimelineEntry;
  before: PhotoDto[];
  /** What it is called, if not simply the answer. */
  title?: string;
};

/** The answer as a quotation, with who gave it, and the photos of before and after. */
export function Answer({ entry, before, title }: AnswerProps) {
  const t = useTranslations('tracking.answer');
  const reasons = useTranslations('tracking.timeline.declineReasons');
  const explanation = entry.messages.find(({ role }) => role === 'EXPLANATION');
  const alternative = entry.messages.find(({ role }) => role === 'ALTERNATIVE');
  return (
    <section className="answer" aria-labelledby="answer">
      <h2 id="answer">{title ?? t('title')}</h2>
      {entry.reasonCode && entry.type === 'decline' && <p>{reasons(entry.reasonCode)}</p>}
      {explanation?.text && (
        <blockquote lang={explanation.locale}>
          <p className="pre-line">{explanation.text}</p>
        </blockquote>
      )}
      {entry.institution && (
        <p>
          {t('institution', { name: entry.institution.name })}{' '}
          {entry.institution.phone && <PhoneLink phone={entry.institution.phone} />}
        </p>
      )}
      <Cost entry={entry} />
      {alternative?.text && (
        <div lang={alternative.locale}>
          <h3 className="h-s">{t('alternative')}</h3>
          <p className="pre-line">{alternative.text}</p>
        </div>
      )}
      <By entry={entry} />
      <BeforeAndAfter entry={entry} before={before} />
    </section>
  );
}

/** What it would cost, or will, where somebody knows. */
export function Cost({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations('tracking.answer');
  const locale = useLocale();
  if (entry.cost === null) return null;
  return <p>{t('cost', { cost: formatMoney(locale, entry.cost) })}</p>;
}

function By({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations('tracking.answer');
  return (
    <p className="by">
      <Icon of={BuildingsIcon} />
      <span>
        <strong>{entry.byDepartment ?? t('infoline')}</strong>
        <br />
        <DateText className="meta" at={entry.at} as="moment" />
      </span>
    </p>
  );
}

function BeforeAndAfter({ entry, before }: { entry: TimelineEntry; before: PhotoDto[] }) {
  const t = useTranslations('tracking.answer');
  if (entry.photos.length === 0) return null;
  return (
    <div className="ba">
      <PhotoRow photos={before.slice(0, 1)} alt={t('beforeAlt')} caption={t('before')} />
      <PhotoRow photos={entry.photos} alt={t('afterAlt')} caption={t('after')} />
    </div>
  );
}
