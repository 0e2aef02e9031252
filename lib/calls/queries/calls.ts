import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { callScope } from '#lib/access/scope.ts';
import { textIn } from '#lib/directory/names.ts';
import type { ProcedureContent } from '#lib/directory/procedure-schema.ts';
import { listDepartments, listInstitutions } from '#lib/directory/queries.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { addDays, cityMidnight, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readCursor, writeCursor } from '#lib/submissions/list-filter.ts';
import type { CallBackItem, CallCounts, CallItem, CallPage } from '../dto.ts';
import { CALL_OUTCOMES } from '../words.ts';

const PAGE_SIZE = 50;
const MOST_CALL_BACKS = 100;
const SEEN_MS = 3_600_000;

const INCLUDE = {
  staff: { select: { name: true } },
  calledBackBy: { select: { name: true } },
  category: { select: { name: true } },
  procedure: { select: { content: true } },
  submission: { select: { reference: true } },
} satisfies Prisma.CallInclude;

type CallRow = Prisma.CallGetPayload<{ include: typeof INCLUDE }>;
type Turn = { after?: string | string[]; before?: string | string[] };

/** The calls of a day that this person may read, newest first. FORBIDDEN for who writes no calls. */
export async function callsOfDay(
  actor: StaffActor,
  day: string,
  turn: Turn,
  locale: Locale,
): Promise<CallPage> {
  assertCalls(actor);
  const [after, before] = [readCursor(turn.after), readCursor(turn.before)];
  const backwards = !after && before !== null;
  const rows = await db.call.findMany({
    where: { AND: [callScope(actor), onDay(day), beyond(after ?? before, backwards)] },
    include: INCLUDE,
    orderBy: backwards ? [{ at: 'asc' }, { id: 'asc' }] : [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const more = rows.length > PAGE_SIZE;
  const [first, last] = [shown[0], shown.at(-1)];
  const nameOf = await namesOfTargets(locale);
  return {
    items: shown.map((row) => itemOf(row, locale, nameOf)),
    previous: (backwards ? more : after !== null) && first ? writeCursor(first) : null,
    next: (backwards || more) && last ? writeCursor(last) : null,
  };
}

/** How many calls of a day ended how, of those this person may read. */
export async function callCounts(actor: StaffActor, day: string): Promise<CallCounts> {
  assertCalls(actor);
  const rows = await db.call.groupBy({
    by: ['outcome'],
    where: { AND: [callScope(actor), onDay(day)] },
    _count: true,
  });
  const counted = new Map(rows.map(({ outcome, _count }) => [outcome, _count]));
  return Object.fromEntries(
    CALL_OUTCOMES.map((outcome) => [outcome, counted.get(outcome) ?? 0]),
  ) as CallCounts;
}

/**
 * Promises of the infoline to call back that are not kept yet: one's own, then those of colleagues, who may be away;
 * each the nearest first. The number is shown on request alone.
 */
export async function openCallBacks(actor: StaffActor, locale: Locale): Promise<CallBackItem[]> {
  if (!can(actor, 'call.back')) throw new AppError('FORBIDDEN');
  const openOf = (staffId: Prisma.UuidFilter | string) =>
    db.call.findMany({
      where: { staffId, outcome: 'CALL_BACK', calledBackAt: null, callBackAt: { not: null } },
      include: INCLUDE,
      orderBy: [{ callBackAt: 'asc' }, { id: 'asc' }],
      take: MOST_CALL_BACKS,
    });
  const rows = (await Promise.all([openOf(actor.id), openOf({ not: actor.id })])).flat();
  const seen = await justSeenByOthers(
    rows.map(({ id }) => id),
    actor,
  );
  return rows.flatMap((row) => callBackOf(row, seen.get(row.id) ?? null, actor, locale));
}

/** Which colleague asked for a number within the hour, and may be calling: so that nobody is called twice. */
async function justSeenByOthers(
  ids: string[],
  actor: StaffActor,
): Promise<Map<string, CallBackItem['seen']>> {
  const views = await db.auditEntry.findMany({
    where: {
      subject: { in: ids.map((id) => `call:${id}`) },
      action: 'contact.viewed',
      at: { gt: new Date(now().getTime() - SEEN_MS) },
      staffId: { not: actor.id },
    },
    orderBy: { id: 'desc' },
    distinct: ['subject'],
    select: { subject: true, staffId: true, at: true },
  });
  const who = views.flatMap(({ staffId }) => staffId ?? []);
  const people =
    who.length === 0
      ? []
      : await db.staffUser.findMany({ where: { id: { in: who } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    views.flatMap(({ subject, staffId, at }) => {
      const name = names.get(staffId ?? '');
      return subject && name
        ? [[subject.slice('call:'.length), { name, at: at.toISOString() }] as const]
        : [];
    }),
  );
}

function callBackOf(
  row: CallRow,
  seen: CallBackItem['seen'],
  actor: StaffActor,
  locale: Locale,
): CallBackItem[] {
  const { id, note, callBackAt } = row;
  if (!callBackAt) return [];
  const promisedBy = row.staffId === actor.id ? null : row.staff.name;
  const due = { dueAt: callBackAt.toISOString(), late: callBackAt < now() };
  return [{ id, topic: topicOf(row, locale), note, promisedBy, seen, ...due }];
}

function assertCalls(actor: StaffActor): void {
  if (!can(actor, 'call.log')) throw new AppError('FORBIDDEN');
}

function onDay(day: string): Prisma.CallWhereInput {
  return { at: { gte: cityMidnight(day), lt: cityMidnight(addDays(day, 1)) } };
}

function beyond(place: { at: Date; id: string } | null, backwards: boolean): Prisma.CallWhereInput {
  if (!place) return {};
  const side = backwards ? 'gt' : 'lt';
  return { OR: [{ at: { [side]: place.at } }, { at: place.at, id: { [side]: place.id } }] };
}

async function namesOfTargets(locale: Locale): Promise<Map<string, string>> {
  const [institutions, departments] = await Promise.all([listInstitutions(locale), listDepartments(locale)]);
  return new Map([
    ...institutions.map(({ code, name }) => [`institution:${code}`, name] as const),
    ...departments.map(({ code, name }) => [`department:${code}`, name] as const),
  ]);
}

function topicOf({ category, procedure, topic }: CallRow, locale: Locale): string {
  if (category) return textIn(category.name, locale);
  return procedure ? textIn((procedure.content as ProcedureContent).title, locale) : (topic ?? '');
}

function itemOf(row: CallRow, locale: Locale, nameOf: Map<string, string>): CallItem {
  const { institutionCode, departmentCode } = row;
  const to = institutionCode ? `institution:${institutionCode}` : `department:${departmentCode}`;
  const code = institutionCode ?? departmentCode;
  return {
    id: row.id,
    at: row.at.toISOString(),
    who: row.staff.name,
    outcome: row.outcome,
    topic: topicOf(row, locale),
    to: code ? (nameOf.get(to) ?? code) : null,
    reference: row.submission?.reference ?? null,
    note: row.note,
    calledBackAt: row.calledBackAt?.toISOString() ?? null,
    calledBackBy: row.calledBackById === row.staffId ? null : (row.calledBackBy?.name ?? null),
  };
}
