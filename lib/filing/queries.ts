import { can } from '#lib/access/can.ts';
import { knownProcedures } from '#lib/directory/procedures/queries.ts';
import { findCategory, findDepartment, listDistricts } from '#lib/directory/queries.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { PHOTO_COLUMNS, photoDto } from '#lib/media/present.ts';
import { locate, nearestNamedPlace } from '#lib/places/queries.ts';
import { now } from '#lib/platform/clock.ts';
import { cut } from '#lib/platform/cut.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { sha256, trackingCode } from '#lib/platform/ids.ts';
import { dueDates } from '#lib/submissions/due-dates.ts';
import { expectation } from '#lib/submissions/queries/expectation.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { readDraftData } from './draft-data.ts';
import type { DraftCategory, DraftView, OpenDraft, Outlook, PointReading, SentView } from './dto.ts';
import type { DraftOwner } from './owner.ts';
import { assertAlive, assertOwned, isDraftId } from './ownership.ts';
import { districtName, draftView, localeOf } from './view.ts';

const MOST_OPEN = 3;
const BEGINNING = 80;

/**
 * A draft as its owner sees it, or the submission it became. Errors: NOT_FOUND for everybody else (a foreign draft
 * does not even exist), GONE after its seven days. Named in the reader's language, else in the draft's own.
 */
export async function readDraft(
  owner: DraftOwner,
  id: string,
  reader?: Locale,
): Promise<{ draft: DraftView; sent: null } | { draft: null; sent: SentView }> {
  const found = isDraftId(id) ? await db.draft.findUnique({ where: { id } }) : null;
  const row = assertOwned(found, owner);
  if (row.submissionId !== null) return { draft: null, sent: await sentView(row.submissionId) };
  assertAlive(row);
  const data = readDraftData(row.data);
  const locale = reader ?? localeOf(row.locale);
  const [category, cards, districts, photos] = await Promise.all([
    data.category ? findCategory(data.category, locale) : null,
    knownProcedures([...(data.cards ?? []), ...(data.procedure ? [data.procedure] : [])], locale),
    listDistricts(locale),
    draftPhotos(id),
  ]);
  return { draft: draftView({ row, data, category, cards, districts, photos }), sent: null };
}

/** The kind of a draft, for the address of its pages; a problem for whoever may not open it. */
export async function kindOfDraft(owner: DraftOwner, id: string): Promise<Kind> {
  const row = isDraftId(id) ? await db.draft.findUnique({ where: { id } }) : null;
  return row && owner.secret !== null && row.secretHash === sha256(owner.secret) ? row.kind : 'PROBLEM';
}

/** The photos of a draft whose owner the caller has made sure of. */
async function draftPhotos(draftId: string) {
  const rows = await db.photo.findMany({
    where: { draftId },
    orderBy: { position: 'asc' },
    select: PHOTO_COLUMNS,
  });
  return rows.map((photo) => photoDto(photo, 'reporter'));
}

/** Where a sent draft's submission is followed; the caller has made sure of the owner. */
export async function sentView(submissionId: string, client: Db = db): Promise<SentView> {
  const row = await client.submission.findUnique({
    where: { id: submissionId },
    select: { id: true, kind: true, reference: true, linkVersion: true, locale: true },
  });
  if (!row) throw new AppError('GONE', { message: 'filing.expired.title' });
  const code = trackingCode(env.keys.tracking, row.id, row.linkVersion);
  return { kind: row.kind, reference: row.reference, code, locale: localeOf(row.locale) };
}

/** What this browser has begun and not sent, newest first. */
export async function openDrafts(owner: DraftOwner): Promise<OpenDraft[]> {
  if (owner.secret === null || !can(owner.actor, 'submission.file')) return [];
  const rows = await db.draft.findMany({
    where: { secretHash: sha256(owner.secret), submissionId: null, expiresAt: { gt: now() } },
    orderBy: { updatedAt: 'desc' },
    take: MOST_OPEN,
    select: { id: true, kind: true, locale: true, data: true, createdAt: true },
  });
  return rows.map((row) => {
    const { title, text: body = '' } = readDraftData(row.data);
    const text = title ?? body;
    return {
      id: row.id,
      kind: row.kind,
      locale: localeOf(row.locale),
      startedAt: row.createdAt.toISOString(),
      beginning: text.length > BEGINNING ? `${cut(text, BEGINNING).trimEnd()}…` : text,
    };
  });
}

/** The number to call about this category at once, beside 112: the responsible department's, when it is confirmed. */
export async function urgentContact(
  departmentCode: string,
  locale: Locale,
): Promise<{ name: string; phone: string } | null> {
  const department = await findDepartment(departmentCode, locale);
  const phone = department?.contact?.match(/^[\d ]{3,14}/)?.[0].trim();
  return department && phone ? { name: department.name, phone } : null;
}

/** How a point is read back: its district and a name near it. Everyone may ask; nothing about anybody is in it. */
export async function readPoint(lat: number, lng: number, locale: Locale): Promise<PointReading> {
  const [found, near, districts] = await Promise.all([
    locate(lat, lng),
    nearestNamedPlace(lat, lng),
    listDistricts(locale),
  ]);
  return {
    inCity: found.inCity,
    district: districtName(found.district, districts),
    near: found.inCity ? (near?.label ?? null) : null,
  };
}

/** What may honestly be promised about a case of this kind that is sent now. */
export async function outlookOf(category: DraftCategory): Promise<Outlook> {
  const { firstAnswerDue } = dueDates(now(), { firstAnswerDays: category.firstAnswerDays, fixDays: null });
  const expected = await expectation({
    categoryCode: category.code,
    departmentCode: category.departmentCode,
  });
  return { firstAnswerDay: lastDayOfTerm(firstAnswerDue), expectation: expected };
}
