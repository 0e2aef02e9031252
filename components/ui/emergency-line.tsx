import { useTranslations } from 'next-intl';
import { EMERGENCY } from '#lib/i18n/phone.ts';

/** Whom to call when a life is in danger, in one sentence wherever somebody might wait for us instead. */
export function EmergencyLine() {
  const t = useTranslations('common');
  return t.rich('urgent', { link: (words) => <a href={`tel:${EMERGENCY}`}>{words}</a> });
}
