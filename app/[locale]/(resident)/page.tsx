import { ListMagnifyingGlassIcon } from '@phosphor-icons/react/ssr';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { CityMap } from '#components/resident/city-map.tsx';
import { Doors } from '#components/resident/doors.tsx';
import { CallSection, CheckSection } from '#components/resident/home-contact.tsx';
import { RecentResults } from '#components/resident/recent-results.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Main } from '#components/ui/page.tsx';
import { ANONYMOUS } from '#lib/access/actor.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { recentResults } from '#lib/submissions/queries/recent-results.ts';

export const generateMetadata = guardedMetadata(async (): Promise<Metadata> => {
  const t = await getTranslations('home');
  return { title: t('title') };
});

export default guarded(async function HomePage() {
  const t = await getTranslations('home');
  const results = await recentResults(ANONYMOUS, 3, (await getLocale()) as Locale);
  return (
    <Main className="home">
      <div className="hero">
        <div className="wrap">
          <h1>
            {t('title')} <span>{t('promise')}</span>
          </h1>
          <p className="hero-p">{t('lead')}</p>
        </div>
      </div>
      <div className="wrap doors-w">
        <Doors />
      </div>
      <div className="wrap duo">
        <CallSection />
        <CheckSection />
      </div>
      <RecentResults results={results} />
      <section className="band" aria-labelledby="home-map">
        <div className="wrap band-in">
          <div className="band-t">
            <h2 id="home-map">{t('map.title')}</h2>
            <p>{t('map.text')}</p>
            <p>
              <LinkButton look="quiet-main" href="/zgloszenia">
                <Icon of={ListMagnifyingGlassIcon} />
                {t('map.open')}
              </LinkButton>
            </p>
          </div>
          <CityMap />
        </div>
      </section>
    </Main>
  );
});
