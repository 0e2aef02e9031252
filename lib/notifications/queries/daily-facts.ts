import { normaliseEmail } from '#lib/contacts/normalise.ts';
import { isInfoline } from '#lib/directory/infoline.ts';
import { textIn } from '#lib/directory/names.ts';
import { type Notification, Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import { OPEN_STATUSES } from '#lib/submissions/words.ts';
import { type DailyWindow, dailyWindow, dayOf } from '../daily-window.ts';
import type { DailyFacts, DailyLine } from '../facts.ts';

const { sql } = Prisma;

/** More of one kind than this are only counted: nobody reads two hundred lines before work. */
const MOST_LINES = 20;

type Row = {
  reference: string;
  name: unknown;
  sensitive: boolean;
  roman: string | null;
  address: string | null;
  dueAt: Date | null;
  total: bigint;
};

/**
 * What a department should know in the morning: what came and came back since the working day before, and everything
 * that is late or past its planned day, the oldest first. Of who reported, and of what they wrote, nothing is read.
 */
export async function dailyFacts(department: string, day: string): Promise<DailyFacts> {
  const window = dailyWindow(day);
  const [fresh, returned, late, missed] = await Promise.all([
    read(arrived(department, window, false)),
    read(arrived(department, window, true)),
    read(ranOut(department, window, false)),
    read(ranOut(department, window, true)),
  ]);
  return { day, fresh, returned, late, missed };
}

/** Address and facts of a morning mail; null when the department has no address any more. */
export async function dailyMail({ occasion, recipientKey }: Notification) {
  const day = dayOf(occasion);
  const department = await db.department.findUnique({
    where: { code: recipientKey },
    select: { email: true },
  });
  const to = department?.email ? normaliseEmail(department.email) : null;
  return day && to ? { to, facts: await dailyFacts(recipientKey, day) } : null;
}

/** Nothing new and nothing late is no reason for a mail. */
export function hasNews({ fresh, returned, late, missed }: DailyFacts): boolean {
  return [fresh, returned, late, missed].some(({ total }) => total > 0);
}

async function read(condition: Prisma.Sql) {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s."reference", category."name", category."sensitive", district."roman", s."dueAt",
      (SELECT "address" FROM "Place" WHERE "submissionId" = s."id" AND "main" LIMIT 1) AS "address",
      count(*) OVER () AS "total"
    FROM "Submission" s JOIN "Category" category ON category."code" = s."categoryCode"
    LEFT JOIN "District" district ON district."number" = s."districtNumber"
    WHERE s."status" = ANY(${[...OPEN_STATUSES]}::"Status"[]) AND ${condition}
    ORDER BY s."dueAt" NULLS LAST, s."id" LIMIT ${MOST_LINES}`;
  return { total: Number(rows[0]?.total ?? 0), lines: rows.map(lineOf) };
}

function lineOf({ reference, name, sensitive, roman, address, dueAt }: Row): DailyLine {
  return {
    reference,
    category: textIn(name, 'pl'),
    place: [sensitive ? null : address, roman].filter(Boolean).join(', ') || null,
    dueDay: dueAt && lastDayOfTerm(dueAt),
  };
}

/** Whose the case is now; what no department has is the infoline's. */
function heldBy(department: string): Prisma.Sql {
  return isInfoline(department) ? sql`s."departmentCode" IS NULL` : sql`s."departmentCode" = ${department}`;
}

/** Came into these hands within the window; for the second time, if somebody said that it was not done. */
function arrived(department: string, { from, to }: DailyWindow, again: boolean): Prisma.Sql {
  const opened = sql`SELECT 1 FROM "Event" e WHERE e."submissionId" = s."id" AND e."type" = 'object'
    AND e."at" >= ${from} AND e."at" < ${to}`;
  const reopened = again ? sql`EXISTS (${opened})` : sql`NOT EXISTS (${opened})`;
  if (isInfoline(department)) {
    const came = sql`(s."receivedAt" >= ${from} AND s."receivedAt" < ${to} AND s."hops" = 0)`;
    const back = sql`(s."changedAt" >= ${from} AND s."changedAt" < ${to} AND (s."hops" > 0 OR s."objectedAt" IS NOT NULL))`;
    return sql`${heldBy(department)} AND (${came} OR ${back}) AND ${reopened}`;
  }
  return sql`${heldBy(department)} AND ${reopened} AND EXISTS (
    SELECT 1 FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."endedAt" IS NULL
      AND a."departmentCode" = ${department} AND a."openedAt" >= ${from} AND a."openedAt" < ${to})`;
}

/** Its term is over, a planned day or another one, however long ago: what is late is said until it is done. */
function ranOut(department: string, { to }: DailyWindow, planned: boolean): Prisma.Sql {
  const kind = planned
    ? sql`s."waitingOn" = 'SCHEDULED' AND s."firstAnsweredAt" IS NOT NULL`
    : sql`(s."waitingOn" <> 'SCHEDULED' OR s."firstAnsweredAt" IS NULL)`;
  return sql`${heldBy(department)} AND s."dueAt" <= ${to} AND ${kind}`;
}
