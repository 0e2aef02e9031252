import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessibilityStatement } from '#components/resident/accessibility-statement.tsx';
import { Main } from '#components/ui/page.tsx';
import { env } from '#lib/platform/env.ts';

/** When the portal was published, last changed in earnest, and last assessed. */
const DATES = { published: '2026-11-22', updated: '2026-11-22', prepared: '2026-11-22' };
/** A sample address until the city gives its own; the page says so beside it. */
const SAMPLE_EMAIL = 'dostepnosc@kontakt.example';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.accessibility');
  return { title: t('title') };
}

export default async function AccessibilityPage() {
  const t = await getTranslations('legal.accessibility');
  return (
    <Main>
      <div className="column prose">
        <h1>{t('title')}</h1>
        <AccessibilityStatement facts={{ ...DATES, url: env.APP_URL, email: SAMPLE_EMAIL }} />
      </div>
    </Main>
  );
}
