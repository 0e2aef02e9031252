import { textIn } from '#lib/directory/names.ts';
import type { Event, Message, Photo } from '#lib/generated/prisma/client.ts';
import { type PhotoDto, photoDto } from '#lib/media/photo-dto.ts';
import { db } from '#lib/platform/db.ts';
import type { MessageDto, TimelineEntry } from '../dto-public.ts';
import type { Outcome } from '../words.ts';

/** Whose eye the history is built for. Staff have a history of their own. */
export type Viewer = 'public' | 'reporter';

type EventData = {
  department?: string;
  institution?: string;
  until?: string;
  outcome?: Outcome;
  reasonCode?: string;
  of?: string;
};
type Row = Event & { messages: Message[] };

/** The history of one case in three queries, newest first, with the names behind its codes. */
export async function timelineOf(
  submissionId: string,
  viewer: Viewer,
  locale: string,
): Promise<TimelineEntry[]> {
  const seen = viewer === 'public' ? (['PUBLIC'] as const) : (['PUBLIC', 'REPORTER'] as const);
  const [events, photos] = await Promise.all([
    db.event.findMany({
      where: { submissionId, visibility: { in: [...seen] } },
      include: { messages: { where: { visibility: { in: [...seen] } } } },
      orderBy: { id: 'desc' },
    }),
    db.photo.findMany({ where: { submissionId, eventId: { not: null } }, orderBy: { position: 'asc' } }),
  ]);
  const names = await namesOf(events, locale);
  return events.map((event) => entryOf(event, photosOf(event, photos, viewer), names));
}

type Names = {
  departments: Map<string, string>;
  institutions: Map<string, { name: string; phone: string | null }>;
};

async function namesOf(events: Row[], locale: string): Promise<Names> {
  const data = events.map((event) => event.data as EventData);
  const units = [...data.map((item) => item.department), ...events.map((event) => event.departmentCode)];
  const [departments, institutions] = await Promise.all([
    db.department.findMany({ where: { code: { in: units.flatMap((code) => code ?? []) } } }),
    db.institution.findMany({ where: { code: { in: data.flatMap((item) => item.institution ?? []) } } }),
  ]);
  return {
    departments: new Map(departments.map((row) => [row.code, textIn(row.name, locale)])),
    institutions: new Map(
      institutions.map((row) => [row.code, { name: textIn(row.name, locale), phone: row.phone }]),
    ),
  };
}

function entryOf(event: Row, photos: PhotoDto[], names: Names): TimelineEntry {
  const data = event.data as EventData;
  const named = (code: string | null | undefined) => (code ? (names.departments.get(code) ?? null) : null);
  return {
    id: String(event.id),
    type: event.type,
    at: event.at.toISOString(),
    by: byOf(event),
    byDepartment: named(event.departmentCode),
    status: event.toStatus,
    department: named(data.department),
    institution: (data.institution && names.institutions.get(data.institution)) || null,
    until: data.until ?? null,
    outcome: data.outcome ?? null,
    reasonCode: data.reasonCode ?? null,
    duplicateOf: data.of ?? null,
    messages: event.messages.map(messageOf),
    photos,
  };
}

function byOf(event: Event): TimelineEntry['by'] {
  if (event.actorKind !== 'STAFF') return event.actorKind;
  return event.departmentCode ? 'DEPARTMENT' : 'INFOLINE';
}

function messageOf(message: Message): MessageDto {
  return { role: message.role as MessageDto['role'], text: message.text, locale: message.locale };
}

function photosOf(event: Event, photos: Photo[], viewer: Viewer): PhotoDto[] {
  return photos
    .filter(
      (photo) =>
        photo.eventId === event.id &&
        (viewer === 'reporter'
          ? !photo.hiddenAt || photo.purpose !== 'RESULT'
          : photo.releasedAt && !photo.hiddenAt),
    )
    .map((photo) => photoDto(photo, viewer));
}
