import 'server-only';
import type { IntakeFormProps } from '#components/staff/intake/intake-form.tsx';
import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { listCategories, listDistricts } from '#lib/directory/queries.ts';
import { readConversation } from '#lib/filing/conversation.ts';
import { glimpse } from '#lib/filing/intake.ts';
import type { Conversation } from '#lib/filing/intake-dto.ts';
import { INTAKE_CHANNELS } from '#lib/filing/intake-words.ts';
import { filedCases } from '#lib/filing/queries-intake.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { formatPhone } from '#lib/i18n/phone.ts';
import { env } from '#lib/platform/env.ts';
import { type FormState, readFormState } from '#lib/platform/form-state.ts';
import { isId, newId } from '#lib/platform/ids.ts';
import { KINDS } from '#lib/submissions/words.ts';
import { earlierOf, lookAt } from './look-view.ts';
import { returnedForm, type Texts } from './messages.ts';

export type PageQuery = Record<string, string | string[] | undefined>;

/** Everything that the form's page shows: what was typed before, what is known of it, and what was filed already. */
export async function intakeView(actor: StaffActor, query: PageQuery, locale: Locale, requestId: string) {
  const [conversation, state] = await Promise.all([readConversation(actor, query.r), readFormState(query.f)]);
  const { texts: kept, messages } = returnedForm(state, locale);
  const texts = { ...begun(query, conversation), ...kept };
  const point = pointOf(texts);
  const looks = query.podglad === '1' && state !== null;
  const place = point ? { point: null, pending: null } : await placeOf(state, looks, texts);
  const [groups, districts, filed, look, person] = await Promise.all([
    allCategories(locale),
    listDistricts(locale),
    filedCases(actor, conversation?.filed ?? [], locale),
    state ? lookAt(actor, told(texts, point ?? place.point), locale) : null,
    looks
      ? earlierOf(actor, { phone: texts.phone, email: texts.email, at: 'filing', requestId }, locale)
      : null,
  ]);
  // The likeliest category stands there until somebody chooses, with a script or without.
  const likely: Texts = looks ? { category: look?.categories[0]?.code ?? '' } : {};
  return {
    formKey: kept.key && isId(kept.key) ? kept.key : newId(),
    conversationId: conversation ? String(query.r) : null,
    conversation,
    filed,
    values: {
      value: (name: string) => texts[name] || likely[name] || '',
      error: (name: string) => messages[name],
      photos: state?.photos,
    },
    errors: Object.entries(messages).map(([field, message]) => ({ field: TARGETS[field] ?? field, message })),
    returned: state !== null,
    groups,
    districts,
    tiles: env.TILE_URL,
    point,
    choices: choicesOf(place),
    look,
    person,
    knowsPeople: can(actor, 'case.search-contact'),
  } satisfies IntakeFormProps & { errors: unknown };
}

/** Where the error summary leads, when that is not the field of the same name. */
const TARGETS: Texts = { lat: 'address', lng: 'address', map: 'address' };

/** What stands in a fresh form: what is known of this person, or what the link to it says. */
function begun(query: PageQuery, conversation: Conversation | null): Texts {
  const asked = INTAKE_CHANNELS.find((channel) => channel === query.kanal);
  return {
    channel: conversation?.channel ?? asked ?? 'PHONE',
    kind: KINDS.find((kind) => kind === query.rodzaj) ?? 'PROBLEM',
    category: typeof query.sprawa === 'string' ? query.sprawa.slice(0, 60) : '',
    language: conversation?.language ?? 'pl',
    name: conversation?.name ?? '',
    email: conversation?.email ?? '',
    phone: conversation?.phone ? formatPhone(conversation.phone, 'pl') : '',
  };
}

function pointOf({ lat, lng, approximate, way, address }: Texts): IntakeFormProps['point'] {
  const [y, x] = [Number(lat || 'none'), Number(lng || 'none')];
  if (!Number.isFinite(y) || !Number.isFinite(x)) return null;
  return {
    lat: y,
    lng: x,
    approximate: approximate === '1',
    from: way === 'map' || !address ? 'map' : 'address',
  };
}

function told({ kind, text = '', category }: Texts, point: { lat: number; lng: number } | null) {
  return { kind: KINDS.find((one) => one === kind) ?? 'PROBLEM', text, category: category || null, point };
}

/** Without a script the place is understood here, when the form was sent to be looked at or a choice is due. */
async function placeOf(state: FormState | null, looks: boolean, { address, description }: Texts) {
  if (!address || (!looks && !state?.errors.choice)) return { point: null, pending: null };
  return glimpse({ address, description });
}

function choicesOf({ pending }: Awaited<ReturnType<typeof placeOf>>): IntakeFormProps['choices'] {
  return pending && { typed: pending.typed, labels: pending.candidates.map(({ label }) => label) };
}

async function allCategories(locale: Locale) {
  return (await Promise.all(KINDS.map((kind) => listCategories(kind, locale)))).flat();
}
