import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { textIn } from '#lib/directory/names.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { haversine } from '#lib/places/geometry.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { likeness, NEAR_METRES } from '../likeness.ts';
import type { SimilarCase } from '../staff-dto.ts';
import { isSupportable, type Kind, OPEN_STATUSES, type Status } from '../words.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;
const MOST_SHOWN = 6;
/** Bounds on what is looked at, wherever in the city: places in the square, then open cases among them. */
const MOST_PLACES = 20_000;
const MOST_CASES = 200;
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
  const rows = await openNearby(actor, told);
  const mine = { category: told.category ?? '', group: group ?? '', text: told.text };
  return rows
    .flatMap((row) => {
      const metres = haversine(told, row);
      const other = { category: row.categoryCode, group: row.group, text: row.words ?? '' };
      const score = metres <= NEAR_METRES ? likeness(mine, other, metres) : null;
      return score === null ? [] : [{ row, metres, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(({ row, metres, score }) => similarOf(row, metres, score, told));
}

/** The square around the point by the index of places, then their cases by key. */
async function openNearby(actor: StaffActor, { kind, lat, lng }: Told): Promise<Row[]> {
  const high = NEAR_METRES / DEGREE_METRES;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  const own = scopeSql(scope(actor, 'case.read-internal'));
  return db.$queryRaw<Row[]>(sql`
    WITH near AS MATERIALIZED (
      SELECT "submissionId", "address", "lat", "lng" FROM "Place"
      WHERE "main" AND "lat" BETWEEN ${lat - high} AND ${lat + high} AND "lng" BETWEEN ${lng - wide} AND ${lng + wide}
      LIMIT ${MOST_PLACES})
    SELECT s."reference", s."status", s."receivedAt", s."categoryCode", category."name" AS "categoryName",
      category."group", department."name" AS "departmentName", near."lat", near."lng",
      CASE WHEN ${own} THEN s."text" ELSE s."publicText" END AS "words",
      CASE WHEN ${own} OR s."publicText" IS NOT NULL THEN near."address" END AS "address"
    FROM near JOIN "Submission" s ON s."id" = near."submissionId"
    JOIN "Category" category ON category."code" = s."categoryCode"
    LEFT JOIN "Department" department ON department."code" = s."departmentCode"
    WHERE ${scopeSql(scope(actor, 'case.read'))} AND s."kind" = ${kind}::"Kind"
      AND s."status" = ANY(${[...OPEN_STATUSES]}::"Status"[]) AND (${own} OR NOT category."sensitive")
    ORDER BY s."receivedAt" DESC LIMIT ${MOST_CASES}`);
}

const EXCERPT = 160;

function similarOf(row: Row, metres: number, score: number, { kind, locale }: Told): SimilarCase {
  return {
    reference: row.reference,
    status: row.status,
    category: textIn(row.categoryName, locale),
    department: row.departmentName ? textIn(row.departmentName, locale) : null,
    address: row.address,
    excerpt: row.words?.slice(0, EXCERPT) ?? null,
    receivedAt: row.receivedAt.toISOString(),
    lat: row.lat,
    lng: row.lng,
    metres: Math.round(metres),
    likeness: Math.round(score * 100),
    joins: isSupportable(kind, row.status),
  };
}
