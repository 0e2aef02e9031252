import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { presentPath, presentSection } from '#app/present-path.ts';
import { SiteFooter } from '#components/resident/site-footer.tsx';
import { SiteHeader } from '#components/resident/site-header.tsx';
import { SkipLink } from '#components/ui/page.tsx';
import { DEFAULT_LOCALE, LANGUAGES, localePath } from '#lib/i18n/languages.ts';
import { env } from '#lib/platform/env.ts';

/** Where the same page is in each language, for search engines; without its query, which is a view of it. */
export async function generateMetadata(): Promise<Metadata> {
  const [path = '/'] = (await presentPath()).split('?');
  const address = (locale: string) => `${env.APP_URL}${localePath(locale, path)}`;
  const languages = LANGUAGES.map(({ code }) => [code, address(code)]);
  return {
    alternates: { languages: { ...Object.fromEntries(languages), 'x-default': address(DEFAULT_LOCALE) } },
  };
}

/** What stands around every page for residents. A page brings its own `<Main>`. */
export default async function ResidentLayout({ children }: { children: ReactNode }) {
  const path = await presentPath();
  return (
    <>
      <SkipLink />
      <SiteHeader path={path} section={await presentSection()} />
      {children}
      <SiteFooter path={path} />
    </>
  );
}
