import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { textIn } from '#lib/directory/names.ts';
import { Prisma, type Submission } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { haversine, type Point } from '#lib/places/geometry.ts';
import { db } from '#lib/platform/db.ts';
import { factsOf } from '../record.ts';
import type { RelatedCase } from '../staff-case-dto.ts';
import { OPEN_STATUSES, type Outcome, type Status, type WaitingOn } from '../words.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;

const MOST_LINKS = 50;
const MOST_SIMILAR = 5;
/** Looked at before the nearest are chosen; one street corner has no more of one kind in half a year. */
const MOST_NEAR = 100;
const RADIUS_M = 250;
const DAYS = 90;
const DAY_MS = 86_400_000;

const RELATED_SELECT = {
  id: true,
  kind: true,
  reference: true,
  status: true,
  waitingOn: true,
  outcome: true,
  receivedAt: true,
  departmentCode: true,
  category: { select: { name: true } },
  places: { where: { main: true }, select: { address: true }, take: 1 },
} satisfies Prisma.SubmissionSelect;

/** The cases that somebody linked with this one, as far as this person may see them: at the desk, or as everybody. */
export async function linkedCases(actor: Actor, id: string, locale: Locale): Promise<RelatedCase[]> {
  const links = await db.caseLink.findMany({
    where: { OR: [{ fromId: id }, { toId: id }] },
    include: { from: { select: RELATED_SELECT }, to: { select: RELATED_SELECT } },
    orderBy: [{ createdAt: 'desc' }, { fromId: 'asc' }, { toId: 'asc' }],
    take: MOST_LINKS,
  });
  return links.flatMap(({ from, to }) => {
    const other = from.id === id ? to : from;
    const facts = factsOf(other, null);
    const atDesk = can(actor, 'case.read-internal', facts);
    if (!atDesk && !can(actor, 'case.read', facts)) return [];
    const { reference, status, waitingOn, outcome } = other;
    return {
      reference,
      category: textIn(other.category.name, locale),
      status,
      waitingOn,
      outcome,
      receivedAt: other.receivedAt.toISOString(),
      address: atDesk ? (other.places[0]?.address ?? null) : null,
      atDesk,
      metres: null,
    };
  });
}

type Near = Point & {
  reference: string;
  name: unknown;
  status: Status;
  waitingOn: WaitingOn;
  outcome: Outcome | null;
  receivedAt: Date;
  address: string | null;
};

type Asked = Pick<Submission, 'id' | 'status' | 'categoryCode' | 'receivedAt'> & {
  places: { lat: number | null; lng: number | null }[];
};

/**
 * Cases of the same category that came in within 90 days and lie within 250 m of an open one, the nearest first; none
 * that is linked with it already. Only what this person may open.
 */
export async function similarCases(actor: Actor, row: Asked, locale: Locale): Promise<RelatedCase[]> {
  const place = row.places[0];
  const isOpen = (OPEN_STATUSES as readonly Status[]).includes(row.status);
  if (!isOpen || place?.lat == null || place.lng == null) return [];
  const here = { lat: place.lat, lng: place.lng };
  const near = await db.$queryRaw<Near[]>(nearby(actor, row, here));
  return near
    .map(({ lat, lng, name, receivedAt, ...rest }) => ({
      ...rest,
      category: textIn(name, locale),
      receivedAt: receivedAt.toISOString(),
      atDesk: true,
      metres: Math.round(haversine(here, { lat, lng })),
    }))
    .filter(({ metres }) => metres <= RADIUS_M)
    .sort((a, b) => a.metres - b.metres || a.reference.localeCompare(b.reference))
    .slice(0, MOST_SIMILAR);
}

function nearby(actor: Actor, { id, categoryCode, receivedAt }: Asked, { lat, lng }: Point): Prisma.Sql {
  const dLat = RADIUS_M / 111_000;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  const day = (days: number) => new Date(receivedAt.getTime() + days * DAY_MS);
  return sql`
    SELECT s."reference", category."name", s."status", s."waitingOn", s."outcome", s."receivedAt",
      p."address", p."lat", p."lng"
    FROM "Place" p JOIN "Submission" s ON s."id" = p."submissionId"
    JOIN "Category" category ON category."code" = s."categoryCode"
    WHERE p."main" AND p."lat" BETWEEN ${lat - dLat} AND ${lat + dLat}
      AND p."lng" BETWEEN ${lng - dLng} AND ${lng + dLng}
      AND s."categoryCode" = ${categoryCode} AND s."id" <> ${id}::uuid
      AND s."receivedAt" BETWEEN ${day(-DAYS)} AND ${day(DAYS)}
      AND s."outcome" IS DISTINCT FROM 'WITHDRAWN' AND s."outcome" IS DISTINCT FROM 'DUPLICATE'
      AND ${scopeSql(scope(actor, 'case.read-internal'))}
      AND NOT EXISTS (SELECT 1 FROM "CaseLink" l WHERE (l."fromId" = s."id" AND l."toId" = ${id}::uuid)
        OR (l."toId" = s."id" AND l."fromId" = ${id}::uuid))
    ORDER BY s."receivedAt" DESC LIMIT ${MOST_NEAR}`;
}
