import { createHash } from 'node:crypto';
import type { CallOutcome } from '#lib/calls/words.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { SOURCE } from './demo-years.ts';
import { readCategories, readInstitutions } from './files.ts';
import { DEMO_DOMAIN } from './staff.ts';
import { inOffice, momentIn } from './years/calendar.ts';
import { Chance } from './years/chance.ts';
import { PROBLEMS, QUESTION_CATEGORIES } from './years/figures.ts';
import { type MonthPlan, planStory } from './years/plan.ts';

/**
 * Calls beside those that became cases, for each case of a month. The city's infoline has many times as many; these are
 * enough to see who calls when and about what.
 */
const CALLS = 1.6;

/** Three of four are answered at once. */
const ENDINGS: readonly (readonly [CallOutcome, number])[] = [
  ['ANSWERED', 76],
  ['TRANSFERRED', 11],
  ['REDIRECTED', 8],
  ['CALL_BACK', 5],
];
const QUESTIONS = 0.7;
/** People call the infoline when it is there. */
const OPENS = 7;
const CLOSES = 20;
const HOUR_MS = 3_600_000;

/** What the infoline of the demonstration wrote down in the months of its made-up cases. Added once. */
export async function seedDemoCalls(rows: number, until: Date): Promise<void> {
  if (rows === 0) return;
  const staff = await db.staffUser.findMany({
    where: { email: { in: ['infolinia', 'infolinia2'].map((account) => `${account}@${DEMO_DOMAIN}`) } },
    select: { id: true },
  });
  const people = staff.map(({ id }) => id).sort();
  if (people.length === 0) return;
  for (const plan of planStory(rows, until)) await insert(callsOf(plan, people, until));
  await insertFiled(people);
}

function callsOf({ month, problems, ideas, questions }: MonthPlan, people: readonly string[], until: Date) {
  const chance = new Chance(`${SOURCE} calls ${month}`);
  const departments = new Map(readCategories().map(({ code, department }) => [code, department]));
  const institutions = readInstitutions().map(({ code }) => code);
  return Array.from({ length: Math.round((problems + ideas + questions) * CALLS) }, (_, index) => {
    const at = duringHours(month, chance, until);
    const [outcome, categoryCode] = [chance.weighted(ENDINGS), topic(chance)];
    const calledBackAt = outcome === 'CALL_BACK' ? inOffice(new Date(at.getTime() + HOUR_MS), chance) : null;
    return {
      id: idOf(`${month} ${index}`),
      at,
      staffId: chance.pick(people),
      outcome,
      categoryCode,
      institutionCode: outcome === 'REDIRECTED' ? chance.pick(institutions) : null,
      departmentCode: outcome === 'TRANSFERRED' ? departments.get(categoryCode) : null,
      callBackAt: calledBackAt,
      calledBackAt,
      calledBackById: calledBackAt && chance.pick(people),
    };
  }).filter(({ calledBackAt }) => !calledBackAt || calledBackAt < until);
}

function topic(chance: Chance): string {
  const all = chance.happens(QUESTIONS) ? QUESTION_CATEGORIES : PROBLEMS;
  return chance.weighted(all.map(({ code, weight }) => [code, weight] as const));
}

function duringHours(month: string, chance: Chance, until: Date): Date {
  for (;;) {
    const at = momentIn(month, chance, until);
    const hour = (at.getUTCHours() + 1) % 24;
    if (hour >= OPENS && hour < CLOSES) return at;
  }
}

/** The same call has the same id, so that it is added once. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`${SOURCE} call ${name}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

type CallRow = ReturnType<typeof callsOf>[number];
const COLUMNS = Prisma.raw(
  '"id", "at", "staffId", "outcome", "categoryCode", "institutionCode", "departmentCode", "callBackAt", "calledBackAt", "calledBackById"',
);

async function insert(calls: readonly CallRow[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Call" (${COLUMNS})
    SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::"Call", ${JSON.stringify(calls)}::jsonb)
    ON CONFLICT ("id") DO NOTHING`;
}

/** Every made-up case that came by telephone was a call. */
async function insertFiled(people: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Call" ("id", "at", "staffId", "outcome", "categoryCode", "submissionId")
    SELECT md5('call ' || s."id")::uuid, s."receivedAt", (${people}::uuid[])[1 + mod(hashtext(s."id"::text) & 1023, ${people.length})],
      'FILED', s."categoryCode", s."id"
    FROM "Submission" s WHERE s."source" = ${SOURCE} AND s."channel" = 'PHONE'
    ON CONFLICT ("id") DO NOTHING`;
}
