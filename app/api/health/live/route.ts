import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { route } from '#lib/platform/http.ts';

/** The process answers. Nothing else is looked at: what is behind it is the business of `ready`. */
export const GET = route({
  actor: async () => ANONYMOUS,
  schema: z.object({}),
  run: async () => ({ json: { status: 'ok' } }),
});
