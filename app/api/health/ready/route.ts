import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { readiness } from '#lib/platform/health.ts';
import { route } from '#lib/platform/http.ts';

/** 200 when everything this instance needs is there; else 503 and the names of what is not. */
export const GET = route({
  actor: async () => ANONYMOUS,
  schema: z.object({}),
  run: async () => {
    const { ok, down, checks } = await readiness();
    return { json: { status: ok ? 'ok' : 'down', down, checks }, status: ok ? 200 : 503 };
  },
});
