import { type PhotoCall, photosOnTheWay } from '#app/api/form-photos.ts';
import { discardStored } from '#lib/media/accept.ts';
import type { FormPhotos } from '#lib/media/form-photos.ts';
import { keepFormState } from '#lib/platform/form-state.ts';
import { safePath, wantsJson, withQuery } from '#lib/platform/http-request.ts';

/**
 * Where a form goes that comes back as it was, with some of its values changed; undefined for a program, which has
 * its values still.
 */
export async function formAgain(
  call: PhotoCall,
  form: FormPhotos,
  why: { query: string; fragment: string },
): Promise<string | undefined> {
  if (wantsJson(call.request)) {
    await discardStored(form.fresh);
    return undefined;
  }
  const { input: values } = call;
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const f = await keepFormState({
    values: Object.fromEntries(texts),
    ...(await photosOnTheWay(call, form)),
  });
  return `${withQuery(safePath(values.back) ?? '/staff', { f, [why.query]: '1' })}#${why.fragment}`;
}
