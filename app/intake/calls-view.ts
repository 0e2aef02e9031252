import 'server-only';
import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { viewCallBack } from '#lib/calls/commands/call-back.ts';
import { callCounts, callsOfDay, openCallBacks } from '#lib/calls/queries/calls.ts';
import { whenToCall } from '#lib/calls/when-to-call.ts';
import { LOGGED_OUTCOMES } from '#lib/calls/words.ts';
import { listDepartments, listInstitutions } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { cityDay, isDay, now } from '#lib/platform/clock.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { isId, newId } from '#lib/platform/ids.ts';
import { returnedForm } from './messages.ts';

export type PageQuery = Record<string, string | string[] | undefined>;

/** Everything that the page of calls shows. FORBIDDEN for who writes none. */
export async function callsView(actor: StaffActor, query: PageQuery, locale: Locale, requestId: string) {
  const day = dayOf(query.dzien);
  const turn = { after: query.after, before: query.before };
  const [page, counts, backs, institutions, departments, state] = await Promise.all([
    callsOfDay(actor, day, turn, locale),
    callCounts(actor, day),
    openCallBacks(actor, locale),
    listInstitutions(locale),
    listDepartments(locale),
    readFormState(query.f),
  ]);
  const { texts, messages } = returnedForm(state, locale);
  const values: Record<string, string> = { ...whenToCall(now()), ...texts };
  const key = texts.key && isId(texts.key) ? texts.key : newId();
  return {
    day,
    page,
    counts,
    backs,
    all: can(actor, 'call.read-all'),
    shown: await shownOf(actor, query.numer, requestId),
    done: [...LOGGED_OUTCOMES, 'DONE' as const].find((outcome) => outcome === query.zapisane) ?? null,
    errors: Object.entries(messages).map(([field, message]) => ({ field, message })),
    pages: {
      previous: page.previous && `/staff/rozmowy?dzien=${day}&before=${page.previous}`,
      next: page.next && `/staff/rozmowy?dzien=${day}&after=${page.next}`,
    },
    form: {
      formKey: key,
      focus: state === null && query.numer === undefined,
      institutions,
      departments,
      values: { value: (name: string) => values[name] ?? '', error: (name: string) => messages[name] },
    },
  };
}

function dayOf(given: string | string[] | undefined): string {
  return isDay(given) ? given : cityDay(now());
}

async function shownOf(actor: StaffActor, id: string | string[] | undefined, requestId: string) {
  return isId(id) ? { id, contact: await viewCallBack(actor, id, requestId) } : null;
}
