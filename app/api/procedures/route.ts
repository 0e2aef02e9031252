import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { findProcedures } from '#lib/directory/procedures/queries.ts';
import { LOCALES } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';

const MOST = 10;

/**
 * Card search while somebody types: `{q, lang}` → `[{code, symbol, title, summary, url}]`, best first, at most ten. Its
 * words come in the body: a question is private, and addresses are kept in the logs of every proxy on the way.
 */
export const POST = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: z.object({ q: z.string().catch(''), lang: z.enum(LOCALES).catch('pl') }),
  run: async ({ input }) => ({ json: await findProcedures(input.q, input.lang, MOST) }),
});
