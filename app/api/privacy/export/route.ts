import { z } from 'zod';
import { assertStaff } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { route } from '#lib/platform/http.ts';
import { exportPerson } from '#lib/privacy/queries/export.ts';
import { readable } from '#lib/privacy/readable.ts';

const schema = z.object({
  email: z.string().max(254).catch(''),
  phone: z.string().max(60).catch(''),
  as: z.enum(['json', 'text']).catch('json'),
});

/** Everything about one person, as a file: for programs, or to be read. */
export const POST = route({
  actor: actorOfRequest,
  limit: 'staffCommand',
  schema,
  run: async ({ actor, input, requestId, locale }) => {
    assertStaff(actor);
    const data = await exportPerson(actor, input, requestId);
    const text = input.as === 'text';
    return {
      json: data,
      body: text ? readable(data, locale) : JSON.stringify(data, null, 2),
      headers: {
        'content-type': text ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="dane.${text ? 'txt' : 'json'}"`,
      },
    };
  },
});
