import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Link } from '#components/ui/link.tsx';
import { formatDate } from '#lib/i18n/dates.ts';
import type { AccountDto } from '#lib/staff/account-dto.ts';

/** How far the link to a password has come. Nothing for an account that has one. */
export function LinkNotice({ account: { link, state } }: { account: AccountDto }) {
  const t = useTranslations('admin.accounts.link');
  const locale = useLocale();
  if (state !== 'waiting') return null;
  if (!link || link.expired) return <Banner tone="warn">{t('gone')}</Banner>;
  if (link.mail === 'FAILED') return <Banner tone="danger">{t('failed')}</Banner>;
  const until = formatDate(locale, link.expiresAt, 'moment');
  return <Banner>{link.mail === 'PENDING' ? t('sending', { until }) : t('waiting', { until })}</Banner>;
}

/** Open cases that this person holds: they are handed over, not lost. */
export function HeldNotice({ account: { held, state } }: { account: AccountDto }) {
  const t = useTranslations('admin.accounts.held');
  if (held.count === 0) return null;
  return (
    <Banner tone="warn" title={t('title', { count: held.count })}>
      <p>{state === 'disabled' ? t('disabled') : t('active')}</p>
      <ul className="adm-refs">
        {held.references.map((reference) => (
          <li key={reference}>
            <Link href={`/staff/zgloszenia/${reference}`}>{reference}</Link>
          </li>
        ))}
        {held.count > held.references.length && <li>{t('more')}</li>}
      </ul>
    </Banner>
  );
}
