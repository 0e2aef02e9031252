import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageNotice } from '#components/resident/language-notice.tsx';
import { SiteFooter } from '#components/resident/site-footer.tsx';
import { SiteHeader } from '#components/resident/site-header.tsx';
import { SkipLink } from '#components/ui/page.tsx';
import { withoutLocale } from '#lib/i18n/languages.ts';

/** What stands around every page for residents. A page brings its own `<Main>`. */
export default async function ResidentLayout({ children }: { children: ReactNode }) {
  const path = withoutLocale(await getLocale(), (await headers()).get('x-path') ?? '/');
  return (
    <>
      <SkipLink />
      <SiteHeader path={path} />
      <LanguageNotice />
      {children}
      <SiteFooter path={path} />
    </>
  );
}
