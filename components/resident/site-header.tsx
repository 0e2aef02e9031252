import { ListIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Mark } from '#components/ui/arch.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';
import { MENU_ID } from './site-footer.tsx';
import { OtherLanguages } from './site-languages.tsx';
import { HEADER_LINKS } from './site-links.ts';

type SiteHeaderProps = {
  /** The present address without its language prefix. */
  path: string;
  /** Where that is among the ways on. */
  section: string;
};

/** Name, ways on, the infoline. */
export function SiteHeader({ path, section }: SiteHeaderProps) {
  const t = useTranslations('common');
  return (
    <header className="top">
      <div className="wrap top-in">
        <Link className="brand" href="/">
          <Mark />
          <span>
            {t('brand.first')} <br />
            {t('brand.second')}
          </span>
        </Link>
        <nav className="top-nav" aria-label={t('nav.main')}>
          <ul>
            {HEADER_LINKS.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={current(section, href)}>
                  {t(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <PhonePlate className="tel" local />
        <a className="menu-link" href={`#${MENU_ID}`}>
          <Icon of={ListIcon} weight="bold" />
          {t('nav.menu')}
        </a>
        <ul className="langs" aria-label={t('nav.language')}>
          <OtherLanguages path={path} />
        </ul>
      </div>
    </header>
  );
}

function current(section: string, href: string): 'page' | 'true' | undefined {
  if (section === href) return 'page';
  return section.startsWith(`${href}/`) ? 'true' : undefined;
}
