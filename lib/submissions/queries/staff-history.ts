import { textIn } from '#lib/directory/names.ts';
import { listDistricts } from '#lib/directory/queries.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import { type PhotoRow, photoDto } from '#lib/media/present.ts';
import { db } from '#lib/platform/db.ts';
import { failureWord } from '../mail-failure.ts';
import type { StaffEvent } from '../staff-case-dto.ts';
import type { Outcome } from '../words.ts';

const EVENT_INCLUDE = {
  staff: { select: { name: true } },
  messages: { orderBy: { id: 'asc' } },
  // An idea of the whole city has thousands behind it: their mails are no history of the case.
  notifications: { where: { recipient: { not: 'SUPPORTER' } }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.EventInclude;

type EventRow = Prisma.EventGetPayload<{ include: typeof EVENT_INCLUDE }>;

/** Codes that commands leave in an event. */
type EventData = {
  department?: string;
  institution?: string;
  category?: string;
  categoryBefore?: string;
  district?: number;
  place?: boolean;
  until?: string;
  letterDate?: string;
  outcome?: Outcome;
  reasonCode?: string;
  of?: string;
  colleague?: string;
};

/** More than any honest case has; the newest are shown. */
const MOST_EVENTS = 300;

/** All that happened to a case, notes and mails included, newest first, with the names behind its codes. */
export async function staffHistory(
  submissionId: string,
  photos: (PhotoRow & { eventId: bigint | null })[],
  locale: Locale,
): Promise<StaffEvent[]> {
  const events = await db.event.findMany({
    where: { submissionId },
    include: EVENT_INCLUDE,
    orderBy: { id: 'desc' },
    take: MOST_EVENTS,
  });
  const names = await namesOf(events, locale);
  return events.map((event) => {
    const own = photos.filter((photo) => photo.eventId === event.id && photo.purpose !== 'REPORT');
    return eventOf(
      event,
      own.map((photo) => photoDto(photo, 'staff')),
      names,
    );
  });
}

type Names = Record<
  'department' | 'institution' | 'category' | 'district' | 'colleague',
  Map<string, string>
>;

/** Four small reads, however long the history is; also of what is no longer active. */
async function namesOf(events: EventRow[], locale: Locale): Promise<Names> {
  const data = events.map((event) => event.data as EventData);
  const codes = (...lists: (string | null | undefined)[][]) =>
    [...new Set(lists.flat())].flatMap((code) => code ?? []);
  const units = codes(
    data.map((one) => one.department),
    events.map((event) => event.departmentCode),
  );
  const kinds = codes(
    data.map((one) => one.category),
    data.map((one) => one.categoryBefore),
  );
  const [departments, categories, institutions, districts, colleagues] = await Promise.all([
    db.department.findMany({ where: { code: { in: units } }, select: { code: true, name: true } }),
    db.category.findMany({ where: { code: { in: kinds } }, select: { code: true, name: true } }),
    db.institution.findMany({
      where: { code: { in: codes(data.map((one) => one.institution)) } },
      select: { code: true, name: true },
    }),
    listDistricts(locale),
    db.staffUser.findMany({
      where: { id: { in: codes(data.map((one) => one.colleague)) } },
      select: { id: true, name: true },
    }),
  ]);
  const named = (rows: { code: string; name: unknown }[]) =>
    new Map(rows.map((row) => [row.code, textIn(row.name, locale)]));
  return {
    department: named(departments),
    category: named(categories),
    institution: named(institutions),
    district: new Map(districts.map((row) => [String(row.number), `${row.roman} ${row.name}`])),
    colleague: new Map(colleagues.map((row) => [row.id, row.name])),
  };
}

function eventOf(event: EventRow, photos: PhotoDto[], names: Names): StaffEvent {
  const data = event.data as EventData;
  const named = (kind: keyof Names, code: string | number | null | undefined) =>
    code === null || code === undefined ? null : (names[kind].get(String(code)) ?? String(code));
  return {
    id: String(event.id),
    type: event.type,
    at: event.at.toISOString(),
    version: event.version,
    by: event.actorKind,
    who: event.staff?.name ?? null,
    whoDepartment: named('department', event.departmentCode),
    visibility: event.visibility,
    fromStatus: event.fromStatus,
    toStatus: event.toStatus,
    department: named('department', data.department),
    institution: named('institution', data.institution),
    category: named('category', data.category),
    categoryBefore: named('category', data.categoryBefore),
    district: named('district', data.district),
    placeChanged: data.place === true,
    until: data.until ?? null,
    letterDate: data.letterDate ?? null,
    outcome: data.outcome ?? null,
    reasonCode: data.reasonCode ?? null,
    duplicateOf: data.of ?? null,
    colleague: named('colleague', data.colleague),
    photos,
    messages: event.messages.map(({ id, role, visibility, text, locale }) => ({
      id,
      role,
      visibility,
      text,
      locale,
    })),
    notifications: event.notifications.map(notificationOf),
  };
}

function notificationOf(row: EventRow['notifications'][number]): StaffEvent['notifications'][number] {
  return {
    id: row.id,
    recipient: row.recipient,
    template: row.template,
    state: row.state,
    attempts: row.attempts,
    at: (row.sentAt ?? row.createdAt).toISOString(),
    failure: row.state === 'FAILED' ? failureWord(row.lastError) : null,
  };
}
