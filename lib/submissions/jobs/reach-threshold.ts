import { SYSTEM } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { transition } from '../transition.ts';
import { IDEA_THRESHOLD } from '../words.ts';

/** Says that an idea has the people it needs. Too late, or said already: nothing happens. */
export async function reachThreshold(submissionId: string): Promise<boolean> {
  const row = await db.submission.findUnique({ where: { id: submissionId }, select: { reference: true } });
  if (!row) return false;
  try {
    await transition({ actor: SYSTEM, reference: row.reference, command: 'reach-threshold', input: {} });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_ALLOWED_NOW') return false;
    throw error;
  }
}

const AT_ONCE = 200;

/** Finds ideas whose job was lost, or whose category now asks for fewer people. Returns how many were told. */
export async function sweepThresholds(signal?: AbortSignal): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id"::text FROM "Submission" s JOIN "Category" c ON c."code" = s."categoryCode"
    WHERE s."kind" = 'IDEA' AND s."status" = 'PUBLISHED' AND s."thresholdAt" IS NULL
      AND s."supportCount" >= COALESCE(c."supportThreshold", ${IDEA_THRESHOLD})
    ORDER BY s."supportCount" DESC LIMIT ${AT_ONCE}`;
  let reached = 0;
  for (const { id } of rows) {
    if (signal?.aborted) break;
    if (await reachThreshold(id)) reached += 1;
  }
  return reached;
}
