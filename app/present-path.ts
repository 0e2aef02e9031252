import 'server-only';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { withoutLocale } from '#lib/i18n/languages.ts';

/** The address of this page with its query and without its language: where the same is in another one. */
export async function presentPath(): Promise<string> {
  return withoutLocale(await getLocale(), (await headers()).get('x-path') ?? '/');
}
