import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { searchPlaces } from '#lib/places/queries.ts';
import { route } from '#lib/platform/http.ts';

/** Asked at every key: the same letters typed again need no second answer. */
const KEPT = { 'cache-control': 'private, max-age=60' };

/**
 * Place search: `?q=…` → `[{label, lat, lng, type, district}]`, best first, at most ten. It reads Polish, English and
 * Ukrainian whatever `lang` says, and answers with the Polish names that stand on the signs.
 */
export const GET = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: z.object({ q: z.string().catch('') }),
  run: async ({ input }) => ({ json: await searchPlaces(input.q), headers: KEPT }),
});
