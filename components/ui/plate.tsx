import { PhoneIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DEFAULT_LOCALE } from '#lib/i18n/languages.ts';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** The enamel tablet: only for what a person reads aloud, as a case number. */
export function Plate({ children, className }: { children: ReactNode; className?: string }) {
  return <span className={classNames('plate', className)}>{children}</span>;
}

type PhonePlateProps = {
  phone?: string;
  className?: string;
  /** Without the country, where there is little room; the link has it all the same. */
  local?: boolean;
};

/** The infoline on a plate; the same number at the same place on every page. */
export function PhonePlate({ phone = INFOLINE, className, local }: PhonePlateProps) {
  const t = useTranslations('common');
  const locale = useLocale();
  return (
    <a className={classNames('plate', className)} href={`tel:${phone}`}>
      <Icon of={PhoneIcon} weight="fill" />
      <span className="sr">{t('infoline')}: </span>
      {formatPhone(phone, local ? DEFAULT_LOCALE : locale)}
    </a>
  );
}

/** A number in running text. */
export function PhoneLink({ phone = INFOLINE }: { phone?: string }) {
  const locale = useLocale();
  return <a href={`tel:${phone}`}>{formatPhone(phone, locale)}</a>;
}
