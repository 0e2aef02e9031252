import { findCategory } from '#lib/directory/queries.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import type { FiledSubmission } from '#lib/submissions/commands/file.ts';
import { requireCategory } from './category.ts';
import { readContact } from './contact.ts';
import type { DraftPlace, PendingPlace } from './draft-data.ts';
import type { IntakeInput } from './intake-schema.ts';
import { resolvePlace } from './place.ts';
import type { PlaceInput } from './schema.ts';

/** What the whole form comes to. Throws INVALID with everything that is wrong in it at once. */
export async function understand(input: IntakeInput): Promise<FiledSubmission> {
  const fields: FieldErrors = {};
  const [category, place, contact] = [
    await orFields(fields, () => requireCategory(input.category, input.kind, 'pl')),
    await orFields(fields, async () => placeOf(input, await needsPlace(input.category))),
    await orFields(fields, async () => readContact(input)),
  ];
  if (Object.keys(fields).length > 0 || !category || !contact) throw new AppError('INVALID', { fields });
  return {
    kind: input.kind,
    category: category.code,
    channel: input.channel,
    locale: input.language,
    title: input.title ?? null,
    text: input.text,
    place: place ? partsOf(place) : null,
    contact,
    draftId: input.key,
  };
}

async function orFields<T>(fields: FieldErrors, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'INVALID') throw error;
    Object.assign(fields, error.details.fields);
    return null;
  }
}

async function needsPlace(category: string): Promise<boolean> {
  return (await findCategory(category, 'pl'))?.locationRequired ?? false;
}

async function placeOf(input: IntakeInput, required: boolean): Promise<DraftPlace | null> {
  const first = await resolvePlace({ ...input, choice: undefined }, { required, pending: undefined });
  if ('place' in first) return first.place;
  // A choice belongs to the name for which it was offered.
  const choice = input.choiceFor === first.pending.typed ? input.choice : undefined;
  if (choice === undefined) throw new AppError('INVALID', { fields: { choice: ['intake.errors.choice'] } });
  const chosen = await resolvePlace({ ...input, choice }, { required, pending: first.pending });
  return 'place' in chosen ? chosen.place : null;
}

/** What an unfinished form says of the place: its point, or the places among which the person has to choose. */
export async function glimpse(
  typed: Pick<PlaceInput, 'address' | 'description'>,
): Promise<{ point: { lat: number; lng: number } | null; pending: PendingPlace | null }> {
  const input = { approximate: false, ...typed } as PlaceInput;
  const answer = await orFields({}, () => resolvePlace(input, { required: false, pending: undefined }));
  if (!answer) return { point: null, pending: null };
  if ('pending' in answer) return { point: null, pending: answer.pending };
  const { lat, lng } = answer.place ?? {};
  return { point: lat != null && lng != null ? { lat, lng } : null, pending: null };
}

function partsOf({ lat, lng, precision, source, address, description }: DraftPlace) {
  return { lat, lng, precision, source, address, description };
}
