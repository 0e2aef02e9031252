import { listContext, type PageQuery } from '#app/[locale]/(staff)/staff/queue-view.ts';
import { possibleActions, type StaffCommand, usualCommand } from '#components/staff/command-fields.ts';
import type { CommandOptions } from '#components/staff/command-select.tsx';
import { doneEvent } from '#components/staff/done-banner.tsx';
import { neighbours } from '#components/staff/queue-pane.tsx';
import type { StaffActor } from '#lib/access/actor.ts';
import { isInfoline } from '#lib/directory/infoline.ts';
import { listCategories, listDepartments, listDistricts, listInstitutions } from '#lib/directory/queries.ts';
import { type ReplyNeed, repliesFor } from '#lib/directory/queries-replies.ts';
import { REPLY_FIELDS, type ReplyCommand } from '#lib/directory/reply-schema.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { previewMail } from '#lib/notifications/queries/mail-preview.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { type FormState, readFormState } from '#lib/platform/form-state.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { colleaguesOf } from '#lib/submissions/queries/colleagues.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';
import { queueQuery, readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';
import { COMMAND_INPUT } from '#lib/submissions/schema.ts';
import type { StaffCase, StaffEvent } from '#lib/submissions/staff-case-dto.ts';
import type { QueueFilter } from '#lib/submissions/staff-dto.ts';
import { KINDS } from '#lib/submissions/words.ts';

/** A banner about what was done is for now; an address kept for later says nothing of it. */
const DONE_MS = 15 * 60_000;

/** Everything around a case that its page shows: the list it came from, the open form, what just happened. */
export async function casePageView(actor: StaffActor, item: StaffCase, query: PageQuery, locale: Locale) {
  const desk = deskOf(actor);
  const filter = readQueueFilter(query, desk);
  const view = { item, today: cityDay(now()), list: listContext(filter, query) };
  const actions = possibleActions(item, desk);
  const state = await readFormState(query.f);
  const open = openAction(actions, item, query.akcja ?? state?.values.form);
  const [options, queue, preview] = await Promise.all([
    commandOptions(actor, item, open, query, locale),
    paneOf(actor, filter, query, locale),
    query.podglad === '1' && state ? previewOf(actor, item, open, state) : null,
  ]);
  return {
    view,
    desk,
    actions,
    open,
    options,
    preview,
    state,
    since: state ? sinceVersion(item, state) : [],
    done: state ? null : justDone(item, query.zrobione),
    queue,
    next: neighbours(queue.page.items, item.reference).next,
  };
}

export type CasePageView = Awaited<ReturnType<typeof casePageView>>;

/** The form that was asked for, if it may be given; unasked, what this desk usually does next. */
function openAction(
  actions: StaffCommand[],
  item: StaffCase,
  asked: string | string[] | undefined,
): StaffCommand | null {
  if (asked !== undefined) return actions.find((command) => command === asked) ?? null;
  const usual = usualCommand(item);
  return usual && actions.includes(usual) ? usual : null;
}

/** What has happened since the version that a refused form was made from, oldest first. */
function sinceVersion(item: StaffCase, state: FormState): StaffEvent[] {
  const version = Number(state.values.version);
  if (state.code !== 'CONFLICT' && state.code !== 'NOT_ALLOWED_NOW') return [];
  return item.history.filter((event) => event.version > version).reverse();
}

function justDone(item: StaffCase, done: string | string[] | undefined): StaffEvent | null {
  const event = typeof done === 'string' ? doneEvent(item.history, done) : null;
  return event && now().getTime() - Date.parse(event.at) < DONE_MS ? event : null;
}

/** The list beside the case; only the infoline's desk has the room for it. */
async function paneOf(actor: StaffActor, filter: QueueFilter, query: PageQuery, locale: Locale) {
  const none = { previous: null, next: null };
  if (deskOf(actor) !== 'triage') return { tab: filter.tab, page: { items: [], ...none }, pages: none };
  const page = await staffQueue(actor, filter, { after: query.after, before: query.before }, locale);
  const here = queueQuery(filter);
  const pages = {
    previous: page.previous && `/staff?${here}&before=${page.previous}`,
    next: page.next && `/staff?${here}&after=${page.next}`,
  };
  return { tab: filter.tab, page, pages };
}

function isReplyCommand(command: string): command is ReplyCommand {
  return command in REPLY_FIELDS;
}

function needOf(item: StaffCase, command: ReplyCommand): ReplyNeed {
  return {
    command,
    kind: item.kind,
    category: item.category.code,
    department: item.department?.code ?? null,
  };
}

/** The mail that the form would send as it came back; null while it could not be sent. */
async function previewOf(actor: StaffActor, item: StaffCase, open: string | null, state: FormState) {
  if (open === null || !isReplyCommand(open)) return null;
  const parsed = COMMAND_INPUT[open].safeParse(state.values);
  return parsed.success ? previewMail(actor, item.reference, open, parsed.data) : null;
}

/** What it may be about; for another kind, what that may be about. */
async function categoriesFor(item: StaffCase, open: StaffCommand | null, locale: Locale) {
  if (open !== 'propose-kind' && open !== 'convert') return listCategories(item.kind, locale);
  const others = KINDS.filter((kind) => kind !== item.kind);
  return (await Promise.all(others.map((kind) => listCategories(kind, locale)))).flat();
}

/** What the forms let choose from. A department passes a case only to its sisters; nobody to who has it already. */
async function commandOptions(
  actor: StaffActor,
  item: StaffCase,
  open: StaffCommand | null,
  query: PageQuery,
  locale: Locale,
): Promise<CommandOptions> {
  const [departments, institutions, categories, districts, colleagues, replies] = await Promise.all([
    listDepartments(locale),
    listInstitutions(locale),
    categoriesFor(item, open, locale),
    listDistricts(locale),
    open === 'hand-over' ? colleaguesOf(actor) : [],
    open && isReplyCommand(open) ? repliesFor(needOf(item, open)) : [],
  ]);
  const own = departments.find((one) => one.code === actor.department);
  const may = departments.filter(
    (one) =>
      !isInfoline(one.code) &&
      one.code !== item.department?.code &&
      (!own || one.parentCode === own.parentCode),
  );
  const of = typeof query.numer === 'string' ? normaliseReference(query.numer) : null;
  return {
    departments: may,
    institutions,
    categories,
    districts,
    colleagues: colleagues.filter((one) => one.id !== item.handler?.id),
    replies,
    given: of ? { of } : {},
  };
}
