import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import type { PublicRow } from './public-item.ts';

/** The columns of `PUBLIC_SELECT` in the shape that it gives them. */
const COLUMNS = Prisma.sql`
  s."id", s."reference", s."kind", s."status", s."waitingOn", s."waitingUntil", s."outcome", s."publicTitle",
  s."publicText", s."releasedAt", s."locale", s."receivedAt", s."changedAt", s."dueAt", s."firstAnsweredAt",
  s."supportCount",
  jsonb_build_object('code', category."code", 'name', category."name", 'sensitive', category."sensitive") AS "category",
  CASE WHEN department."code" IS NOT NULL
    THEN jsonb_build_object('code', department."code", 'name', department."name") END AS "department",
  CASE WHEN district."number" IS NOT NULL
    THEN jsonb_build_object('number', district."number", 'roman', district."roman", 'name', district."name",
      'inOther', district."inOther", 'lat', district."lat", 'lng', district."lng") END AS "district",
  CASE WHEN place."id" IS NULL THEN '[]'::jsonb
    ELSE jsonb_build_array(jsonb_build_object('address', place."address", 'lat', place."lat", 'lng', place."lng",
      'precision', place."precision")) END AS "places"`;

/** The rows of a page whose cases are known, in its order: in one statement, where the client would ask five. */
export async function publicRows(ids: readonly string[]): Promise<PublicRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<PublicRow[]>`
    SELECT ${COLUMNS} FROM "Submission" s
    JOIN "Category" category ON category."code" = s."categoryCode"
    LEFT JOIN "Department" department ON department."code" = s."departmentCode"
    LEFT JOIN "District" district ON district."number" = s."districtNumber"
    LEFT JOIN "Place" place ON place."submissionId" = s."id" AND place."main"
    WHERE s."id" = ANY(${ids}::uuid[])`;
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
