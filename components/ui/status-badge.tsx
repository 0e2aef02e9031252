import { useTranslations } from 'next-intl';
import { StatusIcon } from './status-icon.tsx';
import { type StatusFacts, statusLook } from './status-look.ts';

/** Where a case stands: colour, icon and word, always the three. */
export function StatusBadge(facts: StatusFacts) {
  const t = useTranslations('statuses');
  const { word, tone } = statusLook(facts);
  return (
    <span className={`st st-${tone}`}>
      <StatusIcon word={word} />
      {t(word)}
    </span>
  );
}
