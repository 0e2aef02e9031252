import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';

/** What is said about data: first in a minute, then in full, each part under its own heading. */
export function PrivacyNotice() {
  const t = useTranslations('legal.privacy');
  return (
    <>
      <Card tint>
        <h2>{t('short.title')}</h2>
        <Points part="short" items={['optional', 'use', 'who', 'public', 'photos']} />
      </Card>
      <Banner tone="warn">{useTranslations('legal')('sample')}</Banner>
      <Part part="controller" />
      <Part part="basis" />
      <Part part="data" texts={['text', 'support']} />
      <Part part="public" texts={['seen', 'checked', 'never']} />
      <Part part="recipients" />
      <h2 id="retention">{t('retention.title')}</h2>
      <Points part="retention" items={['draft', 'photos', 'contact', 'support', 'case']} />
      <p>{t('retention.note')}</p>
      <h2 id="rights">{t('rights.title')}</h2>
      <p>{t('rights.text', { phone: formatPhone(INFOLINE, useLocale()) })}</p>
      <p>{t('rights.how')}</p>
      <p>{t('rights.complaint')}</p>
      <Part part="automated" />
      <Part part="cookies" />
    </>
  );
}

function Part({ part, texts = ['text'] }: { part: string; texts?: string[] }) {
  const t = useTranslations(`legal.privacy.${part}`);
  return (
    <>
      <h2 id={part}>{t('title')}</h2>
      {texts.map((text) => (
        <p key={text}>{t(text)}</p>
      ))}
    </>
  );
}

function Points({ part, items }: { part: string; items: string[] }) {
  const t = useTranslations(`legal.privacy.${part}.items`);
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{t(item)}</li>
      ))}
    </ul>
  );
}
