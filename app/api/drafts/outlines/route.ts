import { z } from 'zod';
import { actorOfRequest } from '#lib/access/session.ts';
import { listDistricts } from '#lib/directory/queries.ts';
import { LOCALES } from '#lib/i18n/languages.ts';
import { listDistrictShapes } from '#lib/places/queries.ts';
import { route } from '#lib/platform/http.ts';

/** `[{name, outline: [[lat, lng], …]}]` of the districts, `?lang=uk`: what a map shows when its tiles do not come. */
export const GET = route({
  actor: actorOfRequest,
  limit: 'search',
  schema: z.object({ lang: z.enum(LOCALES).catch('pl') }),
  run: async ({ input: { lang } }) => {
    const [shapes, districts] = await Promise.all([listDistrictShapes(), listDistricts(lang)]);
    const names = new Map(districts.map(({ number, name }) => [number, name]));
    const outlines = shapes.map(({ number, name, outline }) => ({
      name: names.get(number) ?? name,
      outline: outline.map(([lng, lat]) => [lat, lng]),
    }));
    return { json: outlines, headers: { 'cache-control': 'public, max-age=86400' } };
  },
});
