import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { searchPlaces } from '#lib/places/queries.ts';
import { route } from '#lib/platform/http.ts';

const codes = LANGUAGES.map((language) => language.code);

/** Asked at every key: the same letters typed again need no second answer. */
const KEPT = { 'cache-control': 'private, max-age=60' };

/** Place search: `?q=…&lang=pl` → `[{label, lat, lng, type, district}]`, best first, at most ten. */
export const GET = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: z.object({ q: z.string().catch(''), lang: z.enum(codes).catch('pl') }),
  run: async ({ input }) => ({ json: await searchPlaces(input.q, input.lang), headers: KEPT }),
});
