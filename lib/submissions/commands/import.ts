import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { ImportedCase } from '../imported.ts';
import { type ImportedRows, rowsOf } from '../imported-rows.ts';
import { writeImported } from './import-write.ts';

export type ImportBatch = {
  source: string;
  cases: readonly ImportedCase[];
  /** For the demonstration alone: texts that it made up itself need nobody to look at them first. */
  released?: boolean;
  /** Does everything but write, to see what would come of it. */
  dryRun?: boolean;
  /** The batch before, which may still be written while this one is made ready: numbers follow one another. */
  after?: Promise<unknown>;
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
  { source, cases, released = false, dryRun = false, after }: ImportBatch,
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
  await after;
  if (fresh.length > 0) result.added = dryRun ? fresh.length : await writeImported(source, fresh);
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
