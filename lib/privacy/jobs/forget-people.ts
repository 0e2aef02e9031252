import { Prisma } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';

const AT_ONCE = 500;
const NOBODY = { name: null, phone: null, phoneHash: null };
const NOTHING = { ...NOBODY, email: null, emailHash: null };

/**
 * Parts the person from a case that closed long ago (as many months as its category says, else `CONTACT_MONTHS`): contact
 * and supporters lose name, address and number; the case, its words and its numbers stay. A promise to call back that
 * nobody kept for as long loses whom it was made to. Returns how many people were forgotten.
 */
export async function forgetPeople(signal?: AbortSignal): Promise<number> {
  let forgotten = 0;
  for (const forget of [forgetContacts, forgetSupporters, forgetCallBacks]) {
    for (let some = AT_ONCE; some === AT_ONCE && !signal?.aborted; forgotten += some) some = await forget();
  }
  return forgotten;
}

/** From before then a case of category `c` is old. */
const longAgo = () =>
  Prisma.sql`${now()}::timestamptz - make_interval(months => COALESCE(c."contactMonths", ${env.CONTACT_MONTHS}::integer))`;

/** Joins what belongs to a case, called `own`, to that case when its time is over. */
const whereOver = () => Prisma.sql`
  JOIN "Submission" s ON s."id" = own."submissionId" JOIN "Category" c ON c."code" = s."categoryCode"
  WHERE own."erasedAt" IS NULL AND s."closedAt" < ${longAgo()}`;

/** Whoever was told "it is the same as that one" waits for news of that one, however long ago their own was closed. */
const stillFollows = () => Prisma.sql`
  EXISTS (SELECT 1 FROM people."Follower" f JOIN "Submission" other ON other."id" = f."submissionId"
    WHERE f."fromSubmissionId" = s."id" AND (other."closedAt" IS NULL OR other."closedAt" >= ${longAgo()}))`;

const forgetContacts = () =>
  forgetThose(
    () =>
      Prisma.sql`SELECT s."id", s."id" AS "caseId" FROM people."Contact" own ${whereOver()} AND NOT ${stillFollows()}`,
    Prisma.sql`own."submissionId"`,
    (tx, ids, data) => tx.contact.updateMany({ where: { submissionId: { in: ids } }, data }),
  );

const forgetSupporters = () =>
  forgetThose(
    () => Prisma.sql`SELECT own."id", s."id" AS "caseId" FROM people."Support" own ${whereOver()}`,
    Prisma.sql`own."id"`,
    (tx, ids, data) => tx.support.updateMany({ where: { id: { in: ids } }, data }),
  );

type Erasure = typeof NOTHING & { erasedAt: Date };

/**
 * Looks for some whose time is over, and asks again once their cases are held: one that was opened again in between keeps
 * its people.
 */
async function forgetThose(
  over: () => Prisma.Sql,
  key: Prisma.Sql,
  erase: (tx: Tx, ids: string[], data: Erasure) => Promise<unknown>,
): Promise<number> {
  const rows = await db.$queryRaw<{ id: string; caseId: string }[]>`${over()} LIMIT ${AT_ONCE}`;
  if (rows.length === 0) return 0;
  await inTransaction(async (tx) => {
    await holdCases(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
    const still = await tx.$queryRaw<{ id: string }[]>`${over()} AND ${key} = ANY(${idsOf(rows)}::uuid[])`;
    await erase(tx, idsOf(still), { ...NOTHING, erasedAt: now() });
  });
  return rows.length;
}

/** Until the transaction ends nobody opens these cases again, nor those whose news their people wait for. */
async function holdCases(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Submission" WHERE "id" = ANY(ARRAY(
      SELECT unnest(${ids}::uuid[]) UNION
      SELECT "submissionId" FROM people."Follower" WHERE "fromSubmissionId" = ANY(${ids}::uuid[])))
    ORDER BY "id" FOR SHARE`;
}

async function forgetCallBacks(): Promise<number> {
  const before = now();
  before.setUTCMonth(before.getUTCMonth() - env.CONTACT_MONTHS);
  const rows = await db.callBack.findMany({
    where: { phone: { not: null }, call: { at: { lt: before } } },
    take: AT_ONCE,
    select: { callId: true },
  });
  const callId = { in: rows.map((row) => row.callId) };
  await inTransaction((tx) => tx.callBack.updateMany({ where: { callId }, data: NOBODY }));
  return rows.length;
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
