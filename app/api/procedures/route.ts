import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { findProcedures } from '#lib/directory/procedures/queries.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';

const codes = LANGUAGES.map((language) => language.code);
const MOST = 10;

/** Asked while somebody types: the same words again need no second answer. */
const KEPT = { 'cache-control': 'private, max-age=60' };

/** Card search: `?q=…&lang=pl` → `[{code, symbol, title, summary, url}]`, best first, at most ten. */
export const GET = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: z.object({ q: z.string().catch(''), lang: z.enum(codes).catch('pl') }),
  run: async ({ input }) => ({ json: await findProcedures(input.q, input.lang, MOST), headers: KEPT }),
});
