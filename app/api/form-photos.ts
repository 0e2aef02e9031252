import type { z } from 'zod';
import type { Actor } from '#lib/access/actor.ts';
import { discardStored } from '#lib/media/accept.ts';
import {
  type FormOwner,
  type FormPhotos,
  formPhotos,
  holderOf,
  keepFormPhotos,
} from '#lib/media/form-photos.ts';
import { KEPT_PHOTOS } from '#lib/media/schema.ts';
import { AppError, type FieldErrors, type KeptPhotos } from '#lib/platform/errors.ts';
import type { Call } from '#lib/platform/http.ts';
import { toAppError } from '#lib/platform/http-error.ts';
import { fieldErrors, safePath, wantsJson } from '#lib/platform/http-request.ts';

export type PhotoCall = Pick<
  Call<Actor, Record<string, unknown>>,
  'request' | 'actor' | 'input' | 'files' | 'rejected' | 'clientAddress' | 'requestId'
>;

/**
 * Runs a command with the photos of its form, those kept before among them. When the form is refused, for whatever
 * reason, the good ones are kept with its words; a program has its files still, and keeps nothing here.
 */
export async function withFormPhotos<T>(call: PhotoCall, run: (form: FormPhotos) => Promise<T>): Promise<T> {
  const form = await photosOf(call);
  try {
    return await run(form);
  } catch (error) {
    throw await withKept(call, form, toAppError(error, call.requestId));
  }
}

/** The fields of such a form; throws all at once what is wrong with them and with the photos. */
export function validInput<T>(schema: z.ZodType<T>, given: object, photos: string[] = []): T {
  const parsed = schema.safeParse(given);
  if (parsed.success && photos.length === 0) return parsed.data;
  const fields = { ...(parsed.error && fieldErrors(parsed.error)), ...(photos.length > 0 && { photos }) };
  throw new AppError('INVALID', { fields });
}

type Returned = { photos?: KeptPhotos | undefined; errors: FieldErrors };

/** For a form that comes back on its own wish: what it keeps of its photos, and what is wrong with the others. */
export async function photosOnTheWay(call: PhotoCall, form: FormPhotos): Promise<Returned> {
  const photos = await keep(call, form);
  const lost = !photos && form.photos.length > 0 ? ['validation.photosAgain'] : [];
  const said = [...new Set([...form.problems, ...lost])];
  return { photos, errors: said.length > 0 ? { photos: said } : {} };
}

function photosOf({ actor, input, files, rejected }: PhotoCall): Promise<FormPhotos> {
  return formPhotos({ files, rejected, kept: input[KEPT_PHOTOS] }, ownerOf(actor));
}

async function withKept(call: PhotoCall, form: FormPhotos, error: AppError): Promise<AppError> {
  const comesBack = !wantsJson(call.request) && safePath(call.input.back) !== null;
  if (!comesBack) {
    await discardStored(form.fresh);
    return error;
  }
  const { photos, errors } = await photosOnTheWay(call, form);
  return new AppError(error.code, {
    ...error.details,
    fields: { ...error.details.fields, ...errors },
    photos: photos ?? null,
  });
}

/** An office shares an address; who has a link may have made many cases for it. */
function keep({ actor, clientAddress }: PhotoCall, form: FormPhotos): Promise<KeptPhotos | undefined> {
  const owner = ownerOf(actor);
  return keepFormPhotos(form, owner, owner && actor.type === 'staff' ? owner : clientAddress);
}

function ownerOf(actor: Actor): FormOwner {
  if (actor.type === 'staff') return `staff:${actor.id}`;
  return actor.type === 'reporter' ? holderOf(actor.submissionId) : null;
}
