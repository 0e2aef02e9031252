import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { type Locale, localePath, withoutLocale } from '#lib/i18n/languages.ts';
import { tidyPath } from '#lib/i18n/tidy-path.ts';
import { readCase } from './read-case.ts';

/** The address of this page with its query and without its language: where the same is in another one. */
export async function presentPath(): Promise<string> {
  return withoutLocale(await getLocale(), (await headers()).get('x-path') ?? '/');
}

/** Leads on to the address without the empty answers of a form, so that what is sent to somebody can be read. */
export async function tidyAddress(): Promise<void> {
  const path = await presentPath();
  const tidy = tidyPath(path);
  if (tidy !== path) redirect(localePath(await getLocale(), tidy));
}

/** The entry of the menu that this page belongs to: its own path, but an idea's page is one of the ideas. */
export async function presentSection(): Promise<string> {
  const [page = '/'] = (await presentPath()).split('?');
  const [, reference] = /^\/zgloszenia\/([^/]+)$/.exec(page) ?? [];
  if (!reference) return page;
  const locale = (await getLocale()) as Locale;
  // The page itself says what is wrong, if anything is.
  const item = await readCase(reference, locale).catch(() => null);
  return item?.kind === 'IDEA' ? page.replace('/zgloszenia', '/pomysly') : page;
}
