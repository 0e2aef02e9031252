import { Prisma } from '#lib/generated/prisma/client.ts';
import { cityDay } from '#lib/platform/clock.ts';
import { db, type Tx } from '#lib/platform/db.ts';
import { formatReference, newId } from '#lib/platform/ids.ts';
import type { ImportedRows } from '../imported-rows.ts';

const TIMEOUT_MS = 60_000;

/**
 * Numbers are taken before the transaction: gaps are allowed, and nobody who files meanwhile waits for the counter. Two
 * imports of one source at once do each case once.
 */
export async function writeImported(source: string, fresh: readonly ImportedRows[]): Promise<number> {
  const ordered = [...fresh].sort(
    (a, b) => a.submission.receivedAt.getTime() - b.submission.receivedAt.getTime(),
  );
  const references = await takeReferences(ordered.map(({ submission }) => submission.receivedAt));
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`import ${source}`}))`;
      const targets = await targetsOf(tx, source, ordered, references);
      const submissions = ordered.map(({ submission, duplicateOf }, index) => ({
        ...submission,
        reference: references[index],
        duplicateOfId: (duplicateOf && targets.get(duplicateOf)?.id) || null,
      }));
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
      await insertHistory(tx, all, targets);
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

type Targets = Map<string, { id: string; reference: string }>;

/** The cases that others were joined to, by their number at the source: of this batch, or here already. */
async function targetsOf(
  tx: Tx,
  source: string,
  rows: readonly ImportedRows[],
  references: readonly string[],
): Promise<Targets> {
  const wanted = new Set(rows.flatMap(({ duplicateOf }) => duplicateOf ?? []));
  if (wanted.size === 0) return new Map();
  const here = await tx.submission.findMany({
    where: { source, externalId: { in: [...wanted] }, outcome: { not: 'DUPLICATE' } },
    select: { id: true, reference: true, externalId: true },
  });
  const targets: Targets = new Map(here.map(({ externalId, ...target }) => [externalId ?? '', target]));
  rows.forEach(({ submission: { id, externalId, outcome } }, index) => {
    const reference = references[index];
    if (reference && wanted.has(externalId) && outcome !== 'DUPLICATE' && !targets.has(externalId))
      targets.set(externalId, { id, reference });
  });
  return targets;
}

async function insertHistory(tx: Tx, all: readonly ImportedRows[], targets: Targets): Promise<void> {
  const count = all.reduce((sum, { events }) => sum + events.length, 0);
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('"Event"', 'id')) AS "id" FROM generate_series(1, ${count})`;
  let used = 0;
  const events: object[] = [];
  const messages: object[] = [];
  for (const rows of all) {
    const of = rows.duplicateOf && targets.get(rows.duplicateOf)?.reference;
    const own = rows.events.map((event) => ({
      id: String(ids[used++]?.id),
      ...event,
      ...(event.type === 'duplicate' && of && { data: { ...event.data, of } }),
    }));
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
