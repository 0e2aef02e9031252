import { ListIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Mark } from '#components/ui/arch.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';
import { MENU_ID } from './site-footer.tsx';
import { OtherLanguages } from './site-languages.tsx';
import { HEADER_LINKS } from './site-links.ts';

/** Name, ways on, the infoline. `path` is the present address without its language prefix. */
export function SiteHeader({ path }: { path: string }) {
  const t = useTranslations('common');
  const [page = '/'] = path.split('?');
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
                <Link href={href} aria-current={current(page, href)}>
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

function current(page: string, href: string): 'page' | 'true' | undefined {
  if (page === href) return 'page';
  return page.startsWith(`${href}/`) ? 'true' : undefined;
}
