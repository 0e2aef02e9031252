import type { StaffActor } from '#lib/access/actor.ts';
import { isLocale, type Locale } from '#lib/i18n/languages.ts';
import { keepFormState, readFormState } from '#lib/platform/form-state.ts';
import { isId } from '#lib/platform/ids.ts';
import type { Conversation, FiledInConversation } from './intake-dto.ts';
import { INTAKE_CHANNELS } from './intake-words.ts';

const JOINED = 'joined ';

/**
 * One person at the counter or on the phone, from the first case to the last: what is not asked again, and what came
 * of it. Each case makes a new one that holds those before it, so that Back leads to how it was. Kept for an hour
 * after the last case, where refused forms are kept.
 */
export async function keepConversation(actor: StaffActor, conversation: Conversation): Promise<string> {
  const { filed, point, ...texts } = conversation;
  const values = {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ''])),
    staff: actor.id,
    point: point ? `${point.lat} ${point.lng}` : '',
    filed: filed.map(({ reference, joined }) => (joined ? JOINED : '') + reference),
  };
  return keepFormState({ values, errors: {} });
}

/** A conversation of this very person; null when there is none, or no longer. */
export async function readConversation(actor: StaffActor, id: unknown): Promise<Conversation | null> {
  const values = isId(id) ? (await readFormState(id))?.values : undefined;
  const channel = INTAKE_CHANNELS.find((known) => known === values?.channel);
  if (!values || values.staff !== actor.id || !channel) return null;
  const text = (name: string) =>
    typeof values[name] === 'string' && values[name] !== '' ? values[name] : null;
  return {
    channel,
    language: languageOf(text('language')),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    call: text('call'),
    point: pointOf(text('point')),
    filed: [values.filed ?? []].flat().map(filedOf),
  };
}

type Known = Pick<Conversation, 'channel' | 'language'>;
type Person = Pick<Conversation, 'name' | 'email' | 'phone'>;
type News = { call: string | null; point: Conversation['point']; filed: FiledInConversation };

/** The same conversation with one more case. */
export function goneOn(
  before: Conversation | null,
  { channel, language }: Known,
  { name, email, phone }: Person,
  { call, point, filed }: News,
): Conversation {
  const earlier = (before?.filed ?? []).filter(({ reference }) => reference !== filed.reference);
  return {
    channel,
    language,
    name,
    email,
    phone,
    call: before?.call ?? call,
    point: point ?? before?.point ?? null,
    filed: [...earlier, filed],
  };
}

function languageOf(text: string | null): Locale {
  return isLocale(text ?? undefined) ? (text as Locale) : 'pl';
}

function pointOf(text: string | null): Conversation['point'] {
  const [lat, lng] = (text ?? '').split(' ').map(Number);
  return lat && lng ? { lat, lng } : null;
}

function filedOf(text: string): FiledInConversation {
  const joined = text.startsWith(JOINED);
  return { reference: joined ? text.slice(JOINED.length) : text, joined };
}
