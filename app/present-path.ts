import 'server-only';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { type Locale, withoutLocale } from '#lib/i18n/languages.ts';
import { readCase } from './read-case.ts';

/** The address of this page with its query and without its language: where the same is in another one. */
export async function presentPath(): Promise<string> {
  return withoutLocale(await getLocale(), (await headers()).get('x-path') ?? '/');
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
