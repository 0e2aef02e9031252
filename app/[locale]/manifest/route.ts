import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { localePath, textLocale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { route } from '#lib/platform/http.ts';

/** What a phone that keeps the portal on its first screen calls it, in the language in which it was kept. */
export const GET = route({
  actor: async () => ANONYMOUS,
  schema: z.object({}),
  run: async ({ params }) => ({
    json: manifestIn(textLocale(params.locale ?? '')),
    headers: {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  }),
});

function manifestIn(locale: string) {
  const t = translator(locale, 'common');
  return {
    name: t('siteName'),
    short_name: t('shortName'),
    description: t('siteDescription'),
    lang: locale,
    start_url: localePath(locale, '/'),
    scope: '/',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#003a6b',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-180.png', type: 'image/png', sizes: '180x180' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
    ],
  };
}
