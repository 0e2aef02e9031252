import { now } from './clock.ts';
import { db } from './db.ts';
import type { ErrorCode, FieldErrors, KeptPhotos } from './errors.ts';
import { isId, newId } from './ids.ts';

/** What a refused form keeps, so that the person finds every word again: without JavaScript there is no other place. */
export type FormState = {
  values: Record<string, string | string[]>;
  errors: FieldErrors;
  /** Why it came back, when it was not the fields. */
  code?: ErrorCode;
  messageKey?: string;
  /** Photos the form keeps: what its field sends to have them taken, and their names. */
  photos: { value: string; name: string }[];
};

/** What is kept of a form. */
type NewState = Omit<FormState, 'photos'> & { photos?: KeptPhotos | undefined };

const LIFETIME_MS = 3_600_000;
/** An address may hold a code, and the page that reads the form knows its own. */
const SECRET_FIELDS = new Set([
  'keptPhotos',
  'password',
  'newPassword',
  'repeatPassword',
  'code',
  'back',
  'next',
]);

/** Keeps a refused form for an hour under an id that cannot be guessed. Passwords, codes and addresses are not kept. */
export async function keepFormState(state: NewState): Promise<string> {
  const id = newId();
  const values = Object.fromEntries(
    Object.entries(state.values).filter(([name]) => !SECRET_FIELDS.has(name)),
  );
  const data = { ...state, values };
  await db.formState.create({ data: { id, data, expiresAt: new Date(now().getTime() + LIFETIME_MS) } });
  return id;
}

/** Reads what was kept; null when the id is unknown, malformed or too old. */
export async function readFormState(id: string | string[] | undefined): Promise<FormState | null> {
  if (!isId(id)) return null;
  const data = await read(id);
  if (!data) return null;
  const photos = data.photos?.list.map((photo) => ({ value: `${id}.${photo.id}`, name: photo.name })) ?? [];
  return { ...data, photos };
}

/** The photos a form keeps, with whose they are: for whoever takes them, never for a page. */
export async function readKeptPhotos(id: string): Promise<KeptPhotos | null> {
  return (isId(id) && (await read(id))?.photos) || null;
}

async function read(id: string): Promise<NewState | null> {
  const row = await db.formState.findFirst({ where: { id, expiresAt: { gt: now() } } });
  return row ? (row.data as NewState) : null;
}

/** Deletes forms kept too long; the worker calls it. */
export async function sweepFormStates(): Promise<number> {
  const { count } = await db.formState.deleteMany({ where: { expiresAt: { lt: now() } } });
  return count;
}
