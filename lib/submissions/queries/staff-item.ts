import type { Actor } from '#lib/access/actor.ts';
import { textIn } from '#lib/directory/names.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { writtenIn } from '#lib/i18n/written.ts';
import { now } from '#lib/platform/clock.ts';
import type { StateColumns } from '../record.ts';
import { lastDayOfTerm } from '../service-clock.ts';
import type { StaffItem } from '../staff-dto.ts';
import type { Channel } from '../words.ts';
import { abilitiesOf } from './staff-abilities.ts';

/** One row of a staff list, as the database hands it out. */
export type ItemRow = StateColumns & {
  id: string;
  reference: string;
  version: number;
  categoryCode: string;
  channel: Channel;
  changedAt: Date;
  dueAt: Date | null;
  firstAnsweredAt: Date | null;
  hops: number;
  handlerId: string | null;
  handlerName: string | null;
  repliedAt: Date | null;
  findings: string[];
  released: boolean;
  title: string | null;
  supportCount: number;
  excerpt: string | null;
  locale: string;
  categoryName: unknown;
  danger: boolean;
  departmentName: unknown;
  districtNumber: number | null;
  districtRoman: string | null;
  districtName: unknown;
  address: string | null;
  lat: number | null;
  lng: number | null;
  assigned: string | null;
  photos: bigint;
};

/** Columns of `ItemRow`, with `s` for the submission. Who reported is not among them. */
export const ITEM_COLUMNS = Prisma.sql`
  s."id", s."reference", s."version", s."kind", s."status", s."waitingOn", s."waitingUntil", s."outcome",
  s."categoryCode", s."channel", s."departmentCode", s."receivedAt", s."changedAt", s."dueAt", s."firstAnsweredAt",
  s."askedAt", s."reminded", s."publishedAt", s."thresholdAt", s."proposedKind",
  s."resolvedAt", s."closedAt", s."objectedAt", s."staffActed",
  s."hops", s."handlerId", handler."name" AS "handlerName", s."repliedAt", s."findings",
  s."publicText" IS NOT NULL AS "released", s."title", s."supportCount", left(s."text", 240) AS "excerpt", s."locale",
  category."name" AS "categoryName", category."danger", department."name" AS "departmentName",
  s."districtNumber", district."roman" AS "districtRoman",
  district."inOther" || jsonb_build_object('pl', district."name") AS "districtName",
  place."address", place."lat", place."lng", held."departmentCode" AS "assigned",
  (SELECT count(*) FROM "Photo" photo WHERE photo."submissionId" = s."id" AND photo."purpose" = 'REPORT') AS "photos"`;

export const ITEM_JOINS = Prisma.sql`
  JOIN "Category" category ON category."code" = s."categoryCode"
  LEFT JOIN "Department" department ON department."code" = s."departmentCode"
  LEFT JOIN "District" district ON district."number" = s."districtNumber"
  LEFT JOIN "Assignment" held ON held."submissionId" = s."id" AND held."endedAt" IS NULL
  LEFT JOIN "StaffUser" handler ON handler."id" = s."handlerId"
  LEFT JOIN LATERAL (
    SELECT "address", "lat", "lng" FROM "Place" WHERE "submissionId" = s."id" AND "main" LIMIT 1) place ON TRUE`;

/** A row as this person sees it, with what the person may do. */
export function staffItem(actor: Actor, row: ItemRow, locale: string): StaffItem {
  return {
    reference: row.reference,
    version: row.version,
    kind: row.kind,
    status: row.status,
    waitingOn: row.waitingOn,
    waitingUntil: row.waitingUntil?.toISOString().slice(0, 10) ?? null,
    outcome: row.outcome,
    category: { code: row.categoryCode, name: textIn(row.categoryName, locale) },
    danger: row.danger,
    department: row.departmentCode
      ? { code: row.departmentCode, name: textIn(row.departmentName, locale) }
      : null,
    district: districtOf(row, locale),
    address: row.address,
    point: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
    title: row.title,
    supportCount: row.supportCount,
    thresholdReached: row.thresholdAt !== null && row.status === 'PUBLISHED',
    excerpt: row.excerpt,
    writtenIn: writtenIn(row.excerpt, row.locale),
    channel: row.channel,
    receivedAt: row.receivedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    ...termOf(row),
    hops: row.hops,
    handler:
      row.handlerId === null
        ? null
        : { id: row.handlerId, name: row.handlerName ?? '', me: isMe(actor, row.handlerId) },
    replied: row.repliedAt !== null,
    findings: row.findings,
    released: row.released,
    photos: Number(row.photos),
    abilities: abilitiesOf(actor, row, row.assigned),
  };
}

function isMe(actor: Actor, id: string | null): boolean {
  return actor.type === 'staff' && actor.id === id;
}

function districtOf(row: ItemRow, locale: string): StaffItem['district'] {
  const { districtNumber, districtRoman, districtName } = row;
  if (districtNumber === null) return null;
  return { number: districtNumber, roman: districtRoman ?? '', name: textIn(districtName, locale) };
}

/** What is owed next, and whether it is late. The moment itself is exclusive: what happens before it is in time. */
function termOf(row: Pick<ItemRow, 'dueAt' | 'firstAnsweredAt' | 'waitingOn'>) {
  if (!row.dueAt) return { dueAt: null, dueFor: null, dueDay: null, overdue: false } as const;
  const then = row.waitingOn === 'SCHEDULED' ? ('plan' as const) : ('fix' as const);
  return {
    dueAt: row.dueAt.toISOString(),
    dueFor: row.firstAnsweredAt ? then : ('answer' as const),
    dueDay: lastDayOfTerm(row.dueAt),
    overdue: row.dueAt <= now(),
  };
}
