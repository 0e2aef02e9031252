import type { KeptPhotos } from '#lib/platform/errors.ts';
import { readKeptPhotos } from '#lib/platform/form-state.ts';
import { hit } from '#lib/platform/limits.ts';
import type { RejectedFile, UploadedFile } from '#lib/platform/multipart.ts';
import { storage } from '#lib/platform/storage.ts';
import { acceptUploads, discardStored, type StoredPhoto } from './accept.ts';
import { originalKey } from './keys.ts';
import { photoProblems } from './problems.ts';
import { recordedPhotos } from './queries.ts';
import { MAX_PHOTOS } from './schema.ts';

/** Whose photos a form keeps: a member of staff's, or of whoever has the link of a case. Null: nobody we know. */
export type FormOwner = `staff:${string}` | `case:${string}` | null;

/** The owner of what is kept for whoever has the link of this case. */
export const holderOf = (submissionId: string) => `case:${submissionId}` as const;

export type SentPhotos = {
  files: readonly UploadedFile[];
  rejected: readonly RejectedFile[];
  /** What the form says of photos that it kept when it was refused before. */
  kept: unknown;
};

/** The good photos of a form, the kept ones first; they lie in the storage and belong to nothing yet. */
export type FormPhotos = {
  photos: StoredPhoto[];
  /** Those that came with this very request. */
  fresh: StoredPhoto[];
  names: ReadonlyMap<string, string>;
  /** What to say at their field. */
  problems: string[];
};

/**
 * The photos that a form kept before, and those that were chosen now. Kept ones are given to their owner alone; one of
 * somebody else, or of a form that was forgotten, is as one that is not there: the form says to choose it again.
 */
export async function formPhotos(sent: SentPhotos, owner: FormOwner): Promise<FormPhotos> {
  const { before, missing } = await keptBefore(sent.kept, owner);
  const files = sent.files.filter(({ field, bytes }) => field === 'photos' && bytes > 0);
  const { accepted, refused } = await acceptUploads(files);
  const known = new Set(before.map(({ sha256 }) => sha256));
  const others = accepted.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256));
  const fresh = others.slice(0, Math.max(0, MAX_PHOTOS - before.length));
  await discardStored(accepted.filter((photo) => !fresh.includes(photo)));
  const problems = photoProblems(sent.rejected, refused);
  if (fresh.length < others.length) problems.push('media.tooMany');
  if (missing) problems.push('validation.photosAgain');
  const names = new Map(before.map(({ id, name }) => [id, name]));
  for (const { id, sha256 } of fresh)
    names.set(id, files.find((file) => file.sha256 === sha256)?.name ?? '?');
  const stored = before.map(({ id, bytes, sha256 }) => ({ id, bytes, sha256 }));
  return { photos: [...stored, ...fresh], fresh, names, problems: [...new Set(problems)] };
}

/**
 * What a form that comes back keeps of its photos; undefined when it keeps none. `counted` is who is counted, so that
 * nobody fills the disk with forms that are never sent. What is not sent in the end is swept with all that belongs to
 * nothing.
 */
export async function keepFormPhotos(
  { photos, fresh, names }: FormPhotos,
  owner: FormOwner,
  counted: string,
): Promise<KeptPhotos | undefined> {
  if (photos.length === 0) return undefined;
  const may = owner !== null && (await hit('keptPhotos', counted).then(...yesOrNo));
  if (may) return { owner, list: photos.map((photo) => ({ ...photo, name: names.get(photo.id) ?? '?' })) };
  await discardStored(fresh);
  return undefined;
}

const yesOrNo = [() => true, () => false] as const;

async function keptBefore(field: unknown, owner: FormOwner) {
  const named = [field ?? []].flat().filter((value): value is string => typeof value === 'string');
  const chosen = [...new Set(named)].slice(0, MAX_PHOTOS).map((value) => value.split('.', 2));
  const before: KeptPhotos['list'] = [];
  for (const form of new Set(chosen.map(([id]) => id ?? ''))) {
    const kept = await readKeptPhotos(form);
    const ids = new Set(chosen.filter(([id]) => id === form).map(([, photo]) => photo));
    if (kept && kept.owner === owner) before.push(...kept.list.filter(({ id }) => ids.has(id)));
  }
  // Sent already, by an earlier click: they are where they belong.
  const recorded = await recordedPhotos(before.map(({ id }) => id));
  const waiting = before.filter(({ id }) => !recorded.has(id));
  // A form that came back for a whole day may name one that was swept.
  const there = await Promise.all(waiting.map(({ id }) => storage.exists(originalKey(id))));
  const missing = before.length < chosen.length || there.includes(false);
  return { before: waiting.filter((_photo, index) => there[index]), missing };
}
