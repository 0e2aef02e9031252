import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrivacyNotice } from '#components/resident/privacy-notice.tsx';
import { Main } from '#components/ui/page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.privacy');
  return { title: t('title') };
}

export default async function PrivacyPage() {
  const t = await getTranslations('legal.privacy');
  return (
    <Main>
      <div className="column prose">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <PrivacyNotice />
      </div>
    </Main>
  );
}
