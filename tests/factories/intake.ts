import { POST as file } from '#app/api/staff/submissions/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { readConversation } from '#lib/filing/conversation.ts';
import { filedCases } from '#lib/filing/queries-intake.ts';
import { db } from '#lib/platform/db.ts';
import type { FieldErrors } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { callRoute } from './request.ts';

let ordinary = '';

/** The form of staff who file for somebody, filled in: an ordinary pothole that was told by phone. */
export async function anIntake(wish: Record<string, string> = {}): Promise<Record<string, string>> {
  ordinary ||= (
    await db.category.findFirstOrThrow({
      where: { kind: 'PROBLEM', sensitive: false, danger: false, locationRequired: true },
      orderBy: { position: 'asc' },
    })
  ).code;
  return {
    key: newId(),
    channel: 'PHONE',
    kind: 'PROBLEM',
    language: 'pl',
    text: 'Dziura w jezdni przy przejściu.',
    category: ordinary,
    address: 'Długa 12',
    lat: '50.0677',
    lng: '19.9375',
    back: '/staff/nowe',
    ...wish,
  };
}

type Form = Record<string, string | Blob>;

/** Sends the form, as the page does. */
export const sendIntake = (actor: StaffActor | null, form: Form) =>
  callRoute(file, '/api/staff/submissions', { form, ...(actor && { as: actor }) });

/** Where a form is led to. */
export const ledTo = (response: Response) =>
  new URL(response.headers.get('location') ?? '', 'http://portal.test');

export const conversationOf = (response: Response) => ledTo(response).searchParams.get('r') ?? '';

/** What is wrong with a form that came back, by field. */
export async function refusedFor(response: Response): Promise<FieldErrors> {
  return (await readFormState(ledTo(response).searchParams.get('f') ?? undefined))?.errors ?? {};
}

/** What the page after filing shows to whoever filed. */
export async function filedBy(actor: StaffActor, response: Response) {
  const conversation = await readConversation(actor, conversationOf(response));
  const cases = await filedCases(actor, conversation?.filed ?? [], 'pl');
  return { conversation, cases, last: cases.at(-1) };
}
