import {
  ArrowsClockwiseIcon,
  HourglassMediumIcon,
  HouseIcon,
  LinkBreakIcon,
  ListMagnifyingGlassIcon,
  LockSimpleIcon,
  SignpostIcon,
  TrafficConeIcon,
  WrenchIcon,
} from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localePath } from '#lib/i18n/languages.ts';
import { Arch } from './arch.tsx';
import { Button, LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { Main } from './page.tsx';
import { PhonePlate } from './plate.tsx';

/** Statuses that have their own words; the others are told as 400 or 500. */
const DRAWN = {
  400: ArrowsClockwiseIcon,
  401: LockSimpleIcon,
  403: LockSimpleIcon,
  404: SignpostIcon,
  405: ArrowsClockwiseIcon,
  409: ArrowsClockwiseIcon,
  410: LinkBreakIcon,
  413: HourglassMediumIcon,
  415: HourglassMediumIcon,
  422: ArrowsClockwiseIcon,
  429: HourglassMediumIcon,
  500: WrenchIcon,
  503: TrafficConeIcon,
};

type ErrorPageProps = {
  status: number;
  /** The number of a fault of ours: what the infoline asks for. */
  number?: string;
  /** Where staff work: the way on is their list, not a form for residents. */
  desk?: boolean;
  /** Instead of what is usually said of this status. */
  title?: string;
  lead?: string;
  /** Instead of the search, before the usual ways on. */
  children?: ReactNode;
};

/** A whole page that says what happened and what to do. The caller sets the status with `setStatus`. */
export function ErrorPage({ status, number, desk = false, title, lead, children }: ErrorPageProps) {
  const t = useTranslations();
  const known = (status in DRAWN ? status : status < 500 ? 400 : 500) as keyof typeof DRAWN;
  const words = known === 500 ? 'fault' : `errors.page.${known}`;
  const atDesk = desk && (known === 403 || known === 404);
  return (
    <Main className="wrap e4">
      <div className="e4-a" aria-hidden="true">
        <Arch>
          <Icon of={DRAWN[known]} className="a-ic" />
        </Arch>
      </div>
      <div className="e4-t stack">
        <p className="eyebrow">{t('errors.page.number', { status })}</p>
        <h1>{title ?? t(`${words}.title`)}</h1>
        <p className="lead">{lead ?? t(atDesk ? `errors.page.desk.${known}` : `${words}.lead`)}</p>
        {number && (
          <p>
            {t('errors.page.requestNumber')} <strong>{number}</strong>
          </p>
        )}
        {children ?? (known === 404 && !desk ? <SearchForm /> : null)}
        {known === 401 && <LinkButton href="/logowanie">{t('errors.page.signIn')}</LinkButton>}
        {atDesk ? (
          <LinkButton href="/staff">{t('errors.page.desk.list')}</LinkButton>
        ) : (
          <>
            <WaysOn />
            <p>
              {t('errors.page.call')} <PhonePlate />
            </p>
          </>
        )}
      </div>
    </Main>
  );
}

function SearchForm() {
  const t = useTranslations('errors.page');
  return (
    <form className="field" action={localePath(useLocale(), '/zgloszenia')}>
      <label htmlFor="q">{t('findLabel')}</label>
      <span className="inline-form">
        <input className="input" id="q" name="q" type="search" />
        <Button>{t('find')}</Button>
      </span>
    </form>
  );
}

function WaysOn() {
  const t = useTranslations('common.nav');
  const ways = [
    { href: '/zglos/problem', label: 'problem', icon: WrenchIcon },
    { href: '/sledz', label: 'track', icon: ListMagnifyingGlassIcon },
    { href: '/', label: 'home', icon: HouseIcon },
  ];
  return (
    <ul className="list-plain e4-l">
      {ways.map(({ href, label, icon }) => (
        <li key={href}>
          <Link className="link-block" href={href}>
            <Icon of={icon} />
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
