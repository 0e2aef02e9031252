import { addPhotos, removePhoto, type Uploads } from '#lib/filing/commands/photos.ts';
import { saveSeen } from '#lib/filing/commands/save.ts';
import type { PhotoRefusal } from '#lib/filing/dto.ts';
import { kindOfDraft, readDraft } from '#lib/filing/queries.ts';
import { photosInput } from '#lib/filing/schema.ts';
import { translator } from '#lib/i18n/translator.ts';
import { MAX_PHOTO_MEGABYTES, MAX_PHOTOS } from '#lib/media/schema.ts';
import { keepFormState } from '#lib/platform/form-state.ts';
import type { Answer } from '#lib/platform/http.ts';
import { wantsJson } from '#lib/platform/http-request.ts';
import { type DraftCall, goOn, stepPath, withState } from './answers.ts';

/** Adds and takes away photos. One request may do both; the good files stay whatever is wrong with the others. */
export async function answerPhotos(call: DraftCall & Uploads, id: string): Promise<Answer> {
  const { remove, stay } = photosInput.parse(call.input);
  if (remove) await removePhoto(call.actor, id, remove);
  const refused = await addPhotos(call.actor, id, call);
  if (refused === null) return goOn(call, id);
  if (wantsJson(call.request)) return listOf(call, id, refused);
  const path = stepPath(call.locale, await kindOfDraft(call.actor, id), id, 'photos');
  if (refused.length > 0) return { json: null, to: withState(path, await keepRefusals(refused)) };
  if (remove || stay) return { json: null, to: path };
  await saveSeen(call.actor, id, 'photos');
  return goOn(call, id);
}

/** For the page's own script: the photos there are now, and what was refused in words. */
async function listOf(call: DraftCall, id: string, refused: PhotoRefusal[]): Promise<Answer> {
  const { draft } = await readDraft(call.actor, id);
  const t = translator(call.locale, 'filing');
  const words = refused.map(({ name, reason }) => ({
    name,
    reason,
    message: t(`photos.refused.${reason}`, { name, most: MAX_PHOTOS, megabytes: MAX_PHOTO_MEGABYTES }),
  }));
  // The page's own script shows refusals beside the list; for a program they are an error.
  const status = refused.length > 0 && call.input.listing !== '1' ? 422 : 200;
  return { json: { id, photos: draft?.photos ?? [], refused: words }, status };
}

/** File names are shown to their owner alone, beside the reason. */
export async function keepRefusals(refused: PhotoRefusal[]): Promise<string> {
  return keepFormState({
    values: { refused: refused.map(({ name, reason }) => `${reason} ${name}`) },
    errors: { photos: [...new Set(refused.map(({ reason }) => `filing.photos.refused.${reason}`))] },
  });
}
