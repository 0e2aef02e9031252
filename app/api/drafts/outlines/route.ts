import { z } from 'zod';
import { actorOfRequest } from '#lib/access/session.ts';
import { listDistrictShapes } from '#lib/places/queries.ts';
import { route } from '#lib/platform/http.ts';

/** Outlines of the districts as lists of `[lat, lng]`: what the picking map shows when its tiles do not come. */
export const GET = route({
  actor: actorOfRequest,
  limit: 'search',
  schema: z.object({}),
  run: async () => {
    const shapes = await listDistrictShapes();
    const outlines = shapes.map(({ outline }) => outline.map(([lng, lat]) => [lat, lng]));
    return { json: outlines, headers: { 'cache-control': 'public, max-age=86400' } };
  },
});
