import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { db, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { formatReference, newId } from '#lib/platform/ids.ts';
import type { ImportedCase } from '../imported.ts';
import { type ImportedRows, rowsOf } from '../imported-rows.ts';

const TIMEOUT_MS = 60_000;

export type ImportBatch = {
  source: string;
  cases: readonly ImportedCase[];
  /** For the demonstration alone: texts that it made up itself need nobody to look at them first. */
  released?: boolean;
  /** Does everything but write, to see what would come of it. */
  dryRun?: boolean;
};

export type ImportResult = {
  added: number;
  /** Here already, and the same at their source. */
  known: number;
  /** Here already, and changed at their source since: left as they are, because they are worked on here. */
  changed: string[];
  refused: { externalId: string; why: string }[];
};

/**
 * Brings cases of another system in, set by set: each with its number of the year of its receipt, its place, and a
 * history that leads to where it stands. All or nothing of a batch; a case that is here is left alone, so a run that was
 * broken off goes on by being run again. Nobody is told, and nothing is shown before a person looked at it.
 */
export async function importSubmissions(
  actor: Actor,
  { source, cases, released = false, dryRun = false }: ImportBatch,
): Promise<ImportResult> {
  if (!can(actor, 'submission.import')) throw new AppError('FORBIDDEN');
  const known = await printsOf(source, cases);
  const result: ImportResult = { added: 0, known: 0, changed: [], refused: [] };
  const settings = { source, released, key: env.keys.tracking, present: now(), terms: new Map() };
  const categories = await categoriesByCode();
  const fresh: ImportedRows[] = [];
  for (const one of cases) {
    const print = known.get(one.externalId);
    const category = categories.get(one.category);
    if (print === one.print) result.known += 1;
    else if (print !== undefined) result.changed.push(one.externalId);
    else if (category?.kind !== one.kind)
      result.refused.push({ externalId: one.externalId, why: 'WRONG_KIND' });
    else {
      const rows = rowsOf(one, category, settings);
      if (typeof rows === 'string') result.refused.push({ externalId: one.externalId, why: rows });
      else fresh.push(rows);
    }
  }
  if (fresh.length > 0) result.added = dryRun ? fresh.length : await write(fresh);
  return result;
}

/** What is here of this source, with the print that each had when it came in. */
async function printsOf(source: string, cases: readonly ImportedCase[]): Promise<Map<string, string>> {
  const ids = cases.map(({ externalId }) => externalId);
  const rows = await db.$queryRaw<{ externalId: string; print: string | null }[]>`
    SELECT s."externalId", e."data"->>'print' AS "print"
    FROM "Submission" s LEFT JOIN "Event" e ON e."submissionId" = s."id" AND e."type" = 'file'
    WHERE s."source" = ${source} AND s."externalId" = ANY(${ids})`;
  return new Map(rows.map(({ externalId, print }) => [externalId, print ?? '']));
}

async function categoriesByCode() {
  const rows = await db.category.findMany({
    select: { code: true, kind: true, firstAnswerDays: true, fixDays: true, sensitive: true },
  });
  return new Map(rows.map((row) => [row.code, row]));
}

/**
 * Numbers are taken before the transaction: gaps are allowed, and nobody who files meanwhile waits for the counter. Two
 * imports of one source at once do each case once.
 */
async function write(fresh: readonly ImportedRows[]): Promise<number> {
  const ordered = [...fresh].sort(
    (a, b) => a.submission.receivedAt.getTime() - b.submission.receivedAt.getTime(),
  );
  const references = await takeReferences(ordered.map(({ submission }) => submission.receivedAt));
  const submissions = ordered.map(({ submission }, index) => ({
    ...submission,
    reference: references[index],
  }));
  return db.$transaction(
    async (tx) => {
      const taken = await insertCases(
        tx,
        submissions,
        ordered.flatMap(({ place }) => place ?? []),
      );
      const all = ordered.filter(({ submission }) => taken.has(submission.id));
      await insert(
        tx,
        'Assignment',
        all.flatMap(({ assignments }) => assignments),
      );
      await insertHistory(tx, all);
      return all.length;
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}

/** The next numbers of each year, one for each moment of receipt, in their order. */
async function takeReferences(moments: readonly Date[]): Promise<string[]> {
  const years = moments.map((at) => Number(cityDay(at).slice(0, 4)));
  const next = new Map<number, number>();
  for (const year of new Set(years)) {
    const count = years.filter((each) => each === year).length;
    const rows = await db.$queryRaw<{ last: number }[]>`
      INSERT INTO "ReferenceCounter" ("year", "last") VALUES (${year}, ${count})
      ON CONFLICT ("year") DO UPDATE SET "last" = "ReferenceCounter"."last" + ${count} RETURNING "last"`;
    next.set(year, (rows[0]?.last ?? count) - count);
  }
  return years.map((year) => {
    const number = (next.get(year) ?? 0) + 1;
    next.set(year, number);
    return formatReference(year, number);
  });
}

async function insertHistory(tx: Tx, all: readonly ImportedRows[]): Promise<void> {
  const count = all.reduce((sum, { events }) => sum + events.length, 0);
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('"Event"', 'id')) AS "id" FROM generate_series(1, ${count})`;
  let used = 0;
  const events: object[] = [];
  const messages: object[] = [];
  for (const rows of all) {
    const own = rows.events.map((event) => ({ id: String(ids[used++]?.id), ...event }));
    events.push(...own);
    if (!rows.message) continue;
    const { event, ...message } = rows.message;
    const submissionId = rows.submission.id;
    messages.push({ id: newId(), eventId: own[event]?.id, submissionId, role: 'EXPLANATION', ...message });
  }
  await insert(tx, 'Event', events);
  await insert(tx, 'Message', messages);
}

/** Cases and their places in one statement, so that what the database keeps of both (the map) is worked out once. */
async function insertCases(
  tx: Tx,
  submissions: readonly object[],
  places: readonly object[],
): Promise<Set<string>> {
  const cases = insertion(
    'Submission',
    submissions,
    Prisma.sql`ON CONFLICT ("source", "externalId") DO NOTHING`,
  );
  const placed =
    places.length === 0
      ? Prisma.empty
      : Prisma.sql`, placed AS (${insertion('Place', places, Prisma.empty, Prisma.sql`WHERE "submissionId" IN (SELECT "id" FROM taken)`)})`;
  const taken = await tx.$queryRaw<{ id: string }[]>`
    WITH taken AS (${cases} RETURNING "id")${placed} SELECT "id" FROM taken`;
  return new Set(taken.map(({ id }) => id));
}

async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.$executeRaw`${insertion(table, rows)}`;
}

/** One statement for all rows, which PostgreSQL reads from one JSON parameter by the names of its columns. */
function insertion(
  table: string,
  rows: readonly object[],
  tail = Prisma.empty,
  where = Prisma.empty,
): Prisma.Sql {
  const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
  const [into, columns] = [Prisma.raw(`"${table}"`), Prisma.raw(names.join(', '))];
  return Prisma.sql`INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb) ${where} ${tail}`;
}
