import { districtNames, textIn } from '#lib/directory/names.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { writtenIn } from '#lib/i18n/written.ts';
import { now } from '#lib/platform/clock.ts';
import type { PlacedItem, PointDto } from '../dto.ts';
import { lastDayOfTerm } from '../service-clock.ts';

/** The columns of a public item; the contact, the text as written and the notes are not among them. */
export const PUBLIC_SELECT = {
  id: true,
  reference: true,
  kind: true,
  status: true,
  waitingOn: true,
  waitingUntil: true,
  outcome: true,
  publicTitle: true,
  publicText: true,
  releasedAt: true,
  locale: true,
  receivedAt: true,
  changedAt: true,
  dueAt: true,
  firstAnsweredAt: true,
  supportCount: true,
  category: { select: { code: true, name: true, sensitive: true } },
  department: { select: { code: true, name: true } },
  district: { select: { number: true, roman: true, name: true, inOther: true, lat: true, lng: true } },
  places: {
    where: { main: true },
    select: { address: true, lat: true, lng: true, precision: true },
    take: 1,
  },
} satisfies Prisma.SubmissionSelect;

export type PublicRow = Prisma.SubmissionGetPayload<{ select: typeof PUBLIC_SELECT }>;

/** One row as everybody may see it: this is where the text, the address and the exact point are let through or not. */
export function publicItem(row: PublicRow, locale: string): PlacedItem {
  const released = row.publicText !== null;
  const planned = row.waitingOn === 'SCHEDULED' && row.waitingUntil;
  const open = row.status !== 'RESOLVED' && row.status !== 'CLOSED';
  return {
    reference: row.reference,
    kind: row.kind,
    status: row.status,
    waitingOn: row.waitingOn,
    outcome: row.outcome,
    overdue: open && row.dueAt !== null && row.dueAt <= now(),
    category: { code: row.category.code, name: textIn(row.category.name, locale) },
    department: row.department && { code: row.department.code, name: textIn(row.department.name, locale) },
    district: row.district && {
      number: row.district.number,
      roman: row.district.roman,
      name: textIn(districtNames(row.district), locale),
    },
    title: row.publicTitle,
    text: row.publicText,
    textLocale: writtenIn(row.publicText ?? row.publicTitle, row.locale),
    address: released && !row.category.sensitive ? (row.places[0]?.address ?? null) : null,
    point: publicPoint(row),
    supportCount: row.supportCount,
    receivedAt: row.receivedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    due:
      open && !planned && row.dueAt
        ? { what: row.firstAnsweredAt ? 'FIX' : 'ANSWER', day: lastDayOfTerm(row.dueAt) }
        : null,
    waitingUntil: planned ? planned.toISOString().slice(0, 10) : null,
  };
}

/**
 * Sensitive categories stand at their district's middle; a withdrawn case has no point any more. The view "MapSource"
 * says the same in SQL.
 */
function publicPoint(row: PublicRow): PointDto | null {
  if (row.outcome === 'WITHDRAWN') return null;
  const place = row.places[0];
  if (row.category.sensitive || place?.lat == null || place.lng == null) {
    return row.district && { lat: row.district.lat, lng: row.district.lng, precision: 'DISTRICT' };
  }
  return { lat: place.lat, lng: place.lng, precision: place.precision };
}
