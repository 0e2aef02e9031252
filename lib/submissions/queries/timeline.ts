import { findDepartment, listInstitutions } from '#lib/directory/queries.ts';
import type { Event, Message, Photo } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import type { PhotoDto } from '#lib/media/dto.ts';
import { photoDto } from '#lib/media/present.ts';
import { db } from '#lib/platform/db.ts';
import type { MessageDto, TimelineEntry } from '../dto.ts';
import type { Kind, Outcome } from '../words.ts';

/** Whose eye the history is built for. Staff have a history of their own. */
export type Viewer = 'public' | 'reporter';

type EventData = {
  department?: string;
  institution?: string;
  until?: string;
  outcome?: Outcome;
  reasonCode?: string;
  of?: string;
  threshold?: number;
  cost?: number;
  kindBefore?: Kind;
};
type Row = Event & { messages: Message[] };

/** The history of one case in two queries, newest first, with the names behind its codes. */
export async function timelineOf(
  { id: submissionId, kind }: { id: string; kind: Kind },
  viewer: Viewer,
  locale: Locale,
): Promise<TimelineEntry[]> {
  const seen = viewer === 'public' ? (['PUBLIC'] as const) : (['PUBLIC', 'REPORTER'] as const);
  const [events, photos] = await Promise.all([
    db.event.findMany({
      where: { submissionId, visibility: { in: [...seen] } },
      include: { messages: { where: { visibility: { in: [...seen] } } } },
      orderBy: { id: 'desc' },
    }),
    db.photo.findMany({ where: { submissionId, purpose: { not: 'REPORT' } }, orderBy: { position: 'asc' } }),
  ]);
  const names = await namesOf(events, locale);
  const shown = viewer === 'public' ? sincePrivate(events) : events;
  const kinds = kindsBack(shown, kind);
  return shown.map((event, index) => ({
    ...entryOf(event, photosOf(event, photos, viewer), names),
    kind: kinds[index] ?? kind,
  }));
}

/** What the case was when each thing happened, from what it is now back to what came. */
function kindsBack(newestFirst: Row[], now: Kind): Kind[] {
  let kind = now;
  return newestFirst.map(({ data }) => {
    const then = kind;
    kind = (data as EventData).kindBefore ?? kind;
    return then;
  });
}

/** What was said while it was a private question stays private when it has become something public. */
function sincePrivate(newestFirst: Row[]): Row[] {
  const last = newestFirst.findIndex(({ data }) => (data as EventData).kindBefore === 'QUESTION');
  return last === -1 ? newestFirst : newestFirst.slice(0, last + 1);
}

type Names = {
  departments: Map<string, string>;
  institutions: Map<string, { name: string; phone: string | null }>;
};

/** From the directory in memory; closed departments are named too. */
async function namesOf(events: Row[], locale: Locale): Promise<Names> {
  const data = events.map((event) => event.data as EventData);
  const codes = [...data.map((item) => item.department), ...events.map((event) => event.departmentCode)];
  const [departments, institutions] = await Promise.all([
    Promise.all(codes.map(async (code) => (code ? findDepartment(code, locale) : null))),
    listInstitutions(locale),
  ]);
  return {
    departments: new Map(departments.flatMap((unit) => (unit ? [[unit.code, unit.name]] : []))),
    institutions: new Map(institutions.map(({ code, name, phone }) => [code, { name, phone }])),
  };
}

function entryOf(event: Row, photos: PhotoDto[], names: Names): Omit<TimelineEntry, 'kind'> {
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
    threshold: data.threshold ?? null,
    cost: data.cost ?? null,
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
