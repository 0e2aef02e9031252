import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { textIn } from '#lib/directory/names.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { OversightLoad, OversightView } from '../oversight-dto.ts';
import { workingDaysBetween } from '../service-clock.ts';
import type { QueueTab } from '../staff-dto.ts';
import { deskOf } from './staff-desk.ts';
import { readQueueFilter } from './staff-filter.ts';
import { staffQueue } from './staff-queue.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;
const OPEN = sql`s."status" NOT IN ('RESOLVED', 'CLOSED')`;

/** What the desk shows of each list; the whole list is one link away. */
const SHOWN = 5;
const MOST_ROWS = 60;

/** The lists, those that burn first. A lead sees the part of the own department. */
const TRIAGE_LISTS: readonly QueueTab[] = [
  'untriaged',
  'kind-proposed',
  'returned-often',
  'objected',
  'overdue',
];
const DEPARTMENT_LISTS: readonly QueueTab[] = ['overdue', 'objected', 'to-take'];

/** What a supervisor, or the lead of a department, looks at first: nothing in it is counted that could not be shown. */
export async function oversight(actor: StaffActor, locale: Locale): Promise<OversightView> {
  if (!can(actor, 'desk.oversight')) throw new AppError('FORBIDDEN');
  const desk = deskOf(actor);
  const tabs = desk === 'department' ? DEPARTMENT_LISTS : TRIAGE_LISTS;
  const [lists, departments, people] = await Promise.all([
    Promise.all(tabs.map((tab) => listOf(actor, tab, locale))),
    desk === 'department' ? [] : loadByDepartment(actor, locale),
    loadByPerson(actor),
  ]);
  return { desk, lists, departments, people };
}

async function listOf(actor: StaffActor, tab: QueueTab, locale: Locale) {
  const filter = readQueueFilter({ tab }, deskOf(actor));
  const { items, next } = await staffQueue(actor, filter, { size: SHOWN }, locale);
  const shown = items.map((item) => ({
    ...item,
    waited: workingDaysBetween(new Date(item.receivedAt), now()),
  }));
  return { tab, items: shown, more: next !== null };
}

type Counted = { key: string; name: unknown; open: bigint; late: bigint };

/** Open and late cases of each department, the worst first. */
async function loadByDepartment(actor: StaffActor, locale: Locale): Promise<OversightLoad[]> {
  // Counted in the order of the index, and only then named: there are many cases and few departments.
  const rows = await db.$queryRaw<Counted[]>`
    SELECT d."code" AS "key", d."name", held."open", held."late"
    FROM (
      SELECT s."departmentCode", count(*) AS "open", count(*) FILTER (WHERE s."dueAt" <= ${now()}) AS "late"
      FROM "Submission" s WHERE ${OPEN} AND ${scopeSql(scope(actor, 'case.read-internal'))}
      GROUP BY s."departmentCode") held
    JOIN "Department" d ON d."code" = held."departmentCode"
    ORDER BY "late" DESC, "open" DESC, "key" LIMIT ${MOST_ROWS}`;
  return rows.map((row) => ({ ...loadOf(row), name: textIn(row.name, locale) }));
}

/** Open and late cases that each colleague holds. */
async function loadByPerson(actor: StaffActor): Promise<OversightLoad[]> {
  const where = actor.department
    ? sql`u."departmentCode" = ${actor.department}`
    : sql`u."departmentCode" IS NULL`;
  const rows = await db.$queryRaw<Counted[]>`
    SELECT u."id"::text AS "key", u."name", count(*) AS "open",
      count(*) FILTER (WHERE s."dueAt" <= ${now()}) AS "late"
    FROM "Submission" s JOIN "StaffUser" u ON u."id" = s."handlerId"
    WHERE ${OPEN} AND ${where}
      AND ${scopeSql(scope(actor, 'case.read-internal'))}
    GROUP BY u."id", u."name" ORDER BY "late" DESC, "open" DESC, "key" LIMIT ${MOST_ROWS}`;
  return rows.map((row) => ({ ...loadOf(row), name: String(row.name) }));
}

function loadOf({ key, open, late }: Counted) {
  return { key, open: Number(open), late: Number(late) };
}
