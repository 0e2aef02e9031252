import { z } from 'zod';
import { photosOnTheWay, withFormPhotos } from '#app/api/form-photos.ts';
import { lookAt } from '#app/intake/look-view.ts';
import { assertStaff } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { AppError } from '#lib/platform/errors.ts';
import { keepFormState } from '#lib/platform/form-state.ts';
import { route } from '#lib/platform/http.ts';
import { safePath, wantsJson, withQuery } from '#lib/platform/http-request.ts';
import { hit } from '#lib/platform/limits.ts';
import { KINDS, MAX_TEXT } from '#lib/submissions/words.ts';

const degrees = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().optional());

const schema = z.looseObject({
  kind: z.enum(KINDS).catch('PROBLEM'),
  text: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, MAX_TEXT)),
  category: z.string().max(60).catch(''),
  lat: degrees.catch(undefined),
  lng: degrees.catch(undefined),
  back: z.string().optional(),
});

/**
 * What can be said of a form that is not finished: categories, personal data in the text, whose business it may be,
 * similar cases nearby. A page without its script sends the whole form here, and comes back with it and the answer.
 */
export const POST = route({
  actor: actorOfRequest,
  files: true,
  schema,
  run: async (call) => {
    const { actor, input, request, locale } = call;
    assertStaff(actor);
    if (!can(actor, 'submission.file-for') && !can(actor, 'call.log')) throw new AppError('FORBIDDEN');
    await hit('search', actor.id);
    if (wantsJson(request)) {
      const { kind, text, category, lat, lng } = input;
      const point = lat !== undefined && lng !== undefined ? { lat, lng } : null;
      return { json: await lookAt(actor, { kind, text, category: category || null, point }, locale) };
    }
    const values = Object.fromEntries(Object.entries(input).filter(([, value]) => typeof value === 'string'));
    const photos = await withFormPhotos(call, (form) => photosOnTheWay(call, form));
    const kept = await keepFormState({ values: values as Record<string, string>, ...photos });
    const back = withQuery(safePath(input.back) ?? '/staff/nowe', { f: kept, podglad: '1' });
    return { json: {}, to: `${back.split('#')[0]}#podobne` };
  },
});
