import '@fontsource-variable/source-sans-3';
import '#app/styles/global.css';

import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ErrorPage } from '#components/ui/error-page.tsx';
import { isLocale, localePath, textLocale } from '#lib/i18n/languages.ts';
import { setStatus } from '#lib/platform/status.ts';

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: t('siteName'), template: `%s – ${t('siteName')}` },
    description: t('siteDescription'),
    applicationName: t('siteName'),
    manifest: localePath(await getLocale(), '/manifest'),
    icons: { icon: '/icon.svg', apple: '/icon-180.png' },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1924' },
  ],
};

/** The document. Every page is rendered per request: its nonce is worth nothing when it is kept. */
export default async function RootLayout({ children, params }: LayoutProps) {
  await connection();
  const { locale } = await params;
  const known = isLocale(locale);
  // A file that does not exist (`/missing.png`) comes here as if it were a language.
  if (!known) setStatus(404);
  return (
    <html lang={textLocale(locale)}>
      <body>{known ? children : <ErrorPage status={404} />}</body>
    </html>
  );
}
