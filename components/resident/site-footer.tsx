import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';
import { EMERGENCY } from '#lib/i18n/phone.ts';
import { OtherLanguages } from './site-languages.tsx';
import { ABOUT_LINKS, SHORTCUTS } from './site-links.ts';

/** Where the "Menu" link of a narrow screen leads. */
export const MENU_ID = 'menu';

/** The infoline, all ways, and what the law asks to be reachable from every page. */
export function SiteFooter({ path }: { path: string }) {
  const t = useTranslations('common');
  return (
    <footer className="foot">
      <div className="wrap foot-in">
        <section aria-labelledby="foot-call">
          <h2 id="foot-call">{t('infoline')}</h2>
          <p>
            <PhonePlate />
          </p>
          <p>
            {t('emergency')} <a href={`tel:${EMERGENCY}`}>{EMERGENCY}</a>
          </p>
        </section>
        <nav id={MENU_ID} tabIndex={-1} aria-labelledby="foot-ways">
          <h2 id="foot-ways">{t('nav.shortcuts')}</h2>
          <ul>
            {SHORTCUTS.map(({ href, label }) => (
              <li key={href}>
                <Link href={href}>{t(label)}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="foot-about">
          <h2 id="foot-about">{t('nav.about')}</h2>
          <ul>
            {ABOUT_LINKS.map(({ href, label }) => (
              <li key={href}>
                <Link href={href}>{t(label)}</Link>
              </li>
            ))}
            <OtherLanguages path={path} />
          </ul>
        </section>
        <p className="foot-end">{t('footNote')}</p>
      </div>
    </footer>
  );
}
