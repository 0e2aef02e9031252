import { SYSTEM } from '#lib/access/actor.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { logger } from '#lib/platform/logger.ts';
import { transition } from '../transition.ts';
import { IDEA_DAYS, NO_REPLY_DAYS, OBJECTION_DAYS, OPEN_STATUSES, REMINDER_DAYS } from '../words.ts';

/** What time alone brings about. The workflow decides each case once more, under its lock. */
type Timed = 'close' | 'remind' | 'no-reply' | 'lapse-kind' | 'expire';

const PAGE = 100;
const DAY_MS = 86_400_000;

/** Ended this many days ago and nobody objected; asked, and no answer came; published, and support ran out. */
function dueFor(command: Timed): Prisma.SubmissionWhereInput {
  const before = (days: number) => ({ lt: new Date(now().getTime() - days * DAY_MS) });
  const asked: Prisma.SubmissionWhereInput = { waitingOn: 'REPORTER', status: { in: [...OPEN_STATUSES] } };
  if (command === 'close') return { status: 'RESOLVED', resolvedAt: before(OBJECTION_DAYS) };
  if (command === 'lapse-kind')
    return { ...asked, proposedKind: { not: null }, askedAt: before(NO_REPLY_DAYS) };
  if (command === 'remind')
    return { ...asked, proposedKind: null, reminded: false, askedAt: before(REMINDER_DAYS) };
  if (command === 'no-reply') return { ...asked, proposedKind: null, askedAt: before(NO_REPLY_DAYS) };
  return { status: 'PUBLISHED', thresholdAt: null, publishedAt: before(IDEA_DAYS) };
}

/**
 * Gives one command to every case whose time has come, page by page, each in its own transaction. What changed in
 * between is left alone; what fails is logged and passed over, so that one case never holds up the others. Stops
 * between two cases when `signal` says so. Returns how many were changed.
 */
export async function sweepCases(command: Timed, signal?: AbortSignal, pageSize = PAGE): Promise<number> {
  const where = dueFor(command);
  let after: string | undefined;
  let changed = 0;
  for (;;) {
    const page = await db.submission.findMany({
      where: after === undefined ? where : { AND: [where, { id: { gt: after } }] },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, reference: true },
    });
    for (const { reference } of page) {
      if (signal?.aborted) return changed;
      if (await give(command, reference)) changed += 1;
    }
    after = page.at(-1)?.id;
    if (page.length < pageSize) return changed;
  }
}

async function give(command: Timed, reference: string): Promise<boolean> {
  try {
    await transition({ actor: SYSTEM, reference, command, input: {} });
    return true;
  } catch (error) {
    // Somebody was faster, or the time is not quite up: the workflow has the last word.
    if (!(error instanceof AppError && error.code === 'NOT_ALLOWED_NOW'))
      logger.error('case not swept', { reference, command, error });
    return false;
  }
}
