import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { suggestCategories } from '#lib/directory/queries.ts';
import { LOCALES } from '#lib/i18n/languages.ts';
import { route } from '#lib/platform/http.ts';

/** Category suggestion: `?kind=PROBLEM&text=…&lang=pl` → `[{code, name, score, reason}]`, best first, at most five. */
export const GET = route({
  actor: async () => ANONYMOUS,
  limit: 'search',
  schema: z.object({
    kind: z.enum(['PROBLEM', 'IDEA', 'QUESTION']).default('PROBLEM'),
    text: z.string().catch(''),
    lang: z.enum(LOCALES).catch('pl'),
  }),
  run: async ({ input }) => ({ json: await suggestCategories(input) }),
});
