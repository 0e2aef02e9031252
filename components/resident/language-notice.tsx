import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { textLocale } from '#lib/i18n/languages.ts';

/** One sentence in the language that was asked for, while its translation is not complete. */
export function LanguageNotice() {
  const locale = useLocale();
  const t = useTranslations('common');
  if (textLocale(locale) === locale) return null;
  return (
    <aside className="wrap language-notice" aria-label={t('nav.language')}>
      <Banner lang={locale}>{t('languageNotice')}</Banner>
    </aside>
  );
}
