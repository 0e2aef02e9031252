import { keepFormState } from '#lib/platform/form-state.ts';
import { safePath, wantsJson, withQuery } from '#lib/platform/http-request.ts';
import { withLostPhotos } from '#lib/platform/lost-photos.ts';
import type { UploadedFile } from '#lib/platform/multipart.ts';

/**
 * Where a form goes that comes back as it was, with some of its values changed; undefined for a program, which has
 * its values still.
 */
export async function formAgain(
  request: Request,
  { input: values, files }: { input: Record<string, unknown>; files: UploadedFile[] },
  why: { query: string; fragment: string },
): Promise<string | undefined> {
  if (wantsJson(request)) return undefined;
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const f = await keepFormState({ values: Object.fromEntries(texts), errors: withLostPhotos({}, files) });
  return `${withQuery(safePath(values.back) ?? '/staff', { f, [why.query]: '1' })}#${why.fragment}`;
}
