import { z } from 'zod';
import { actorOfRequest } from '#lib/access/session.ts';
import { listDistrictShapes } from '#lib/places/queries.ts';
import { route } from '#lib/platform/http.ts';

/** `[{name, outline: [[lat, lng], …]}]` of the districts: what the picking map shows when its tiles do not come. */
export const GET = route({
  actor: actorOfRequest,
  limit: 'search',
  schema: z.object({}),
  run: async () => {
    const shapes = await listDistrictShapes();
    const outlines = shapes.map(({ name, outline }) => ({
      name,
      outline: outline.map(([lng, lat]) => [lat, lng]),
    }));
    return { json: outlines, headers: { 'cache-control': 'public, max-age=86400' } };
  },
});
