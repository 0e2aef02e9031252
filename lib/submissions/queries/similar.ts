import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { textIn } from '#lib/directory/names.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { haversine } from '#lib/places/geometry.ts';
import { cut } from '#lib/platform/cut.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { likeness, NEAR_METRES, stemsOf } from '../likeness.ts';
import type { SimilarCase } from '../staff-dto.ts';
import { isSupportable, type Kind, type Status } from '../words.ts';
import { inArea } from './map-sql.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;
const MOST_SHOWN = 6;
/** So many open cases are compared, those nearest to the point. */
const MOST_CASES = 60;
const DEGREE_METRES = 111_320;

export type Told = {
  kind: Kind;
  lat: number;
  lng: number;
  category: string | null;
  text: string;
  locale: Locale;
};

type Row = {
  reference: string;
  status: Status;
  receivedAt: Date;
  words: string | null;
  categoryCode: string;
  categoryName: unknown;
  group: string;
  departmentName: unknown;
  address: string | null;
  lat: number;
  lng: number;
};

/**
 * Open cases near a point that may be the same as what is being told, likeliest first. Of a case that is not this
 * person's to read, only what was released is compared and shown, and a sensitive one is not there at all. Questions
 * are private and are never compared.
 */
export async function similarNearby(actor: StaffActor, told: Told): Promise<SimilarCase[]> {
  if (!can(actor, 'submission.file-for')) throw new AppError('FORBIDDEN');
  if (told.kind === 'QUESTION') return [];
  const group = told.category
    ? (await db.category.findUnique({ where: { code: told.category }, select: { group: true } }))?.group
    : undefined;
  const rows = await db.$queryRaw<Row[]>(openNearbySql(actor, told));
  const mine = { category: told.category ?? '', group: group ?? '', stems: stemsOf(told.text) };
  return rows
    .flatMap((row) => {
      const metres = haversine(told, row);
      if (metres > NEAR_METRES) return [];
      const other = { category: row.categoryCode, group: row.group, stems: stemsOf(row.words ?? '') };
      const score = likeness(mine, other, metres);
      return score === null ? [] : [{ row, metres, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(({ row, metres, score }) => similarOf(row, metres, score, told));
}

/**
 * Open cases whose place lies in the square around the point. Where they stand for everybody to see finds them, however
 * many have ended there; sensitive ones stand elsewhere, so those that this person may read are looked at one by one.
 */
export function openNearbySql(
  actor: StaffActor,
  { kind, lat, lng }: Pick<Told, 'kind' | 'lat' | 'lng'>,
): Prisma.Sql {
  const high = NEAR_METRES / DEGREE_METRES;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  const own = scopeSql(scope(actor, 'case.read-internal'));
  const open = sql`"kind" = ${kind}::"Kind" AND "status" NOT IN ('RESOLVED', 'CLOSED')`;
  return sql`
    WITH seen AS (
      SELECT p."submissionId" FROM "MapPoint" p
      WHERE ${open} AND ${inArea([lng - wide, lat - high, lng + wide, lat + high])}
      UNION
      SELECT s."id" FROM "Submission" s
      WHERE ${open} AND ${own} AND s."categoryCode" = ANY(ARRAY(SELECT "code" FROM "Category" WHERE "sensitive"))),
    near AS MATERIALIZED (
      SELECT "submissionId", "address", "lat", "lng" FROM "Place"
      WHERE "submissionId" = ANY(ARRAY(SELECT "submissionId" FROM seen)) AND "main"
        AND "lat" BETWEEN ${lat - high} AND ${lat + high} AND "lng" BETWEEN ${lng - wide} AND ${lng + wide})
    SELECT s."reference", s."status", s."receivedAt", s."categoryCode", category."name" AS "categoryName",
      category."group", department."name" AS "departmentName", near."lat", near."lng",
      CASE WHEN ${own} THEN s."text" ELSE s."publicText" END AS "words",
      CASE WHEN ${own} OR s."publicText" IS NOT NULL THEN near."address" END AS "address"
    FROM near JOIN "Submission" s ON s."id" = near."submissionId"
    JOIN "Category" category ON category."code" = s."categoryCode"
    LEFT JOIN "Department" department ON department."code" = s."departmentCode"
    WHERE ${scopeSql(scope(actor, 'case.read'))} AND (${own} OR NOT category."sensitive")
    ORDER BY (near."lat" - ${lat}) ^ 2 + ((near."lng" - ${lng}) * ${high / wide}) ^ 2 LIMIT ${MOST_CASES}`;
}

const EXCERPT = 160;

function similarOf(row: Row, metres: number, score: number, { kind, locale }: Told): SimilarCase {
  return {
    reference: row.reference,
    status: row.status,
    category: textIn(row.categoryName, locale),
    department: row.departmentName ? textIn(row.departmentName, locale) : null,
    address: row.address,
    excerpt: row.words === null ? null : cut(row.words, EXCERPT),
    receivedAt: row.receivedAt.toISOString(),
    lat: row.lat,
    lng: row.lng,
    metres: Math.round(metres),
    likeness: Math.round(score * 100),
    joins: isSupportable(kind, row.status),
  };
}
