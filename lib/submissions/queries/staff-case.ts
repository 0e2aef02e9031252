import type { Actor, StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { maskContact } from '#lib/contacts/mask.ts';
import { isInfoline } from '#lib/directory/infoline.ts';
import { districtNames, textIn } from '#lib/directory/names.ts';
import { findDepartment, routeFor } from '#lib/directory/queries.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { PHOTO_COLUMNS, photoDto } from '#lib/media/present.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { factsOf } from '../record.ts';
import { lastDayOfTerm, workingDaysBetween } from '../service-clock.ts';
import type { StaffAssignment, StaffCase } from '../staff-case-dto.ts';
import type { ReturnReason } from '../words.ts';
import { linkedCases, similarCases } from './related-cases.ts';
import { staffHistory } from './staff-history.ts';
import { staffItem } from './staff-item.ts';

const MOST_DUPLICATES = 50;

/** Everything of a case but its history. Of the contact no more than a mask leaves of it: the rest needs `viewContact`. */
const CASE_INCLUDE = {
  category: { select: { name: true, danger: true, sensitive: true } },
  department: { select: { name: true } },
  district: { select: { roman: true, name: true, inOther: true } },
  places: { where: { main: true }, take: 1 },
  photos: {
    select: { ...PHOTO_COLUMNS, eventId: true },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
  },
  assignments: {
    include: { department: { select: { name: true } }, officer: { select: { name: true } } },
    orderBy: { openedAt: 'desc' },
  },
  contact: { select: { name: true, email: true, phone: true, erasedAt: true } },
  handler: { select: { name: true } },
  duplicateOf: { select: { reference: true } },
  duplicates: { select: { reference: true }, orderBy: { reference: 'asc' }, take: MOST_DUPLICATES },
  _count: { select: { followers: true } },
} satisfies Prisma.SubmissionInclude;

type CaseRow = Prisma.SubmissionGetPayload<{ include: typeof CASE_INCLUDE }>;

/** A case with its whole history, as staff see it. NOT_FOUND also for what this person may not see. */
export async function staffCase(actor: StaffActor, typed: string, locale: Locale): Promise<StaffCase> {
  const reference = normaliseReference(typed);
  const row = reference
    ? await db.submission.findFirst({
        where: { AND: [{ reference }, scope(actor, 'case.read-internal')] },
        include: CASE_INCLUDE,
      })
    : null;
  if (!row) throw new AppError('NOT_FOUND');
  const [history, proposal, linked, similar] = await Promise.all([
    staffHistory(row.id, photosOf(row), locale),
    proposalFor(actor, row, locale),
    linkedCases(actor, row.id, locale),
    similarCases(actor, row, locale),
  ]);
  const assigned = row.assignments.find((one) => one.endedAt === null)?.departmentCode ?? null;
  return {
    ...itemOf(actor, row, assigned, locale),
    ...wordsOf(row),
    sensitive: row.category.sensitive,
    place: row.places[0] ?? null,
    photoList: photosOf(row)
      .filter((photo) => photo.purpose !== 'RESULT')
      .map((photo) => photoDto(photo, 'staff')),
    contact: contactFacts(actor, row, assigned),
    followers: row._count.followers,
    ...clocksOf(row),
    history,
    assignments: row.assignments.map((one) => assignmentOf(one, locale)),
    ...tiesOf(row),
    linked,
    similar,
    proposal,
  };
}

/** What the person wrote, and what of it everybody reads. */
function wordsOf(row: CaseRow) {
  const { text, locale: textLocale, procedureCode, publicTitle, publicText } = row;
  const releasedAt = row.releasedAt?.toISOString() ?? null;
  return { text, textLocale, procedureCode, publicTitle, publicText, releasedAt };
}

/** Where it came from, and what it was joined with. */
function tiesOf({ source, externalId, duplicateOf, duplicates }: CaseRow) {
  return {
    origin: source && externalId ? { source, externalId } : null,
    duplicateOf: duplicateOf?.reference ?? null,
    duplicates: duplicates.map((one) => one.reference),
  };
}

/** With a withdrawal the photos are nobody's to see any more. */
function photosOf(row: CaseRow): CaseRow['photos'] {
  return row.outcome === 'WITHDRAWN' ? [] : row.photos;
}

function itemOf(actor: Actor, row: CaseRow, assigned: string | null, locale: Locale) {
  const place = row.places[0];
  const flat = {
    ...row,
    released: row.publicText !== null,
    excerpt: row.text,
    categoryName: row.category.name,
    danger: row.category.danger,
    departmentName: row.department?.name ?? null,
    districtRoman: row.district?.roman ?? null,
    districtName: row.district && districtNames(row.district),
    handlerName: row.handler?.name ?? null,
    address: place?.address ?? null,
    lat: place?.lat ?? null,
    lng: place?.lng ?? null,
    assigned,
    photos: BigInt(row.photos.filter((photo) => photo.purpose === 'REPORT').length),
  };
  return staffItem(actor, flat, locale);
}

function contactFacts(actor: Actor, row: CaseRow, assigned: string | null): StaffCase['contact'] {
  const { contact } = row;
  const given = Boolean(contact?.name || contact?.email || contact?.phone);
  const mayView = given && can(actor, 'case.read-contact', factsOf(row, assigned));
  return {
    given,
    erased: Boolean(contact?.erasedAt),
    masked: contact && mayView ? maskContact(contact) : null,
  };
}

function clocksOf(row: CaseRow) {
  return {
    firstAnswerDay: lastDayOfTerm(row.firstAnswerDue),
    firstAnswerDue: row.firstAnswerDue.toISOString(),
    firstAnsweredAt: row.firstAnsweredAt?.toISOString() ?? null,
    fixDay: row.fixDue ? lastDayOfTerm(row.fixDue) : null,
    fixDue: row.fixDue?.toISOString() ?? null,
  };
}

function assignmentOf(row: CaseRow['assignments'][number], locale: Locale): StaffAssignment {
  return {
    id: row.id,
    department: textIn(row.department.name, locale),
    officer: row.officer?.name ?? null,
    openedAt: row.openedAt.toISOString(),
    takenAt: row.takenAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    end: row.end,
    returnReason: row.returnReason as ReturnReason | null,
    workingDays: workingDaysBetween(row.openedAt, row.endedAt ?? now()),
  };
}

/** A department forwards to its sisters by its own knowledge; the rules speak to those who triage. */
async function proposalFor(actor: StaffActor, row: CaseRow, locale: Locale): Promise<StaffCase['proposal']> {
  if (!can(actor, 'desk.triage')) return null;
  const route = await routeFor(row.categoryCode, row.districtNumber);
  const department =
    route && !isInfoline(route.departmentCode) && (await findDepartment(route.departmentCode, locale));
  return department ? { code: department.code, name: department.name, rule: route.rule } : null;
}
