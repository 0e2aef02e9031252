import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { enqueue, warmUpJobs } from '#lib/platform/jobs.ts';
import { hit } from '#lib/platform/limits.ts';
import { logger } from '#lib/platform/logger.ts';
import { factsOf } from '../record.ts';
import { counts, identify } from '../supporter.ts';
import { isSupportable } from '../words.ts';
import { countSupport, holdForSupport } from './count-support.ts';
import { createSupport, sameSupporter } from './supporter-rows.ts';

/** Everybody waits this long, so that the time of the answer says nothing about who supports what. */
const ANSWER_MS = 400;
/** Asking again within this time is a second click, and one mail. */
const SAME_ASKING_MS = 300_000;

type Asked = { reference: string; email: string; locale: string };

/**
 * Asks for a link that confirms a support. Whether the address supports already, has asked before or was never here:
 * the answer and its time are the same, and only the mail knows. Errors: NOT_FOUND for what is not public,
 * NOT_ALLOWED_NOW for a case nobody works on any more, INVALID for what is no address.
 */
export async function askToSupport(actor: Actor, asked: Asked): Promise<void> {
  const reference = normaliseReference(asked.reference);
  const row = reference ? await db.submission.findUnique({ where: { reference } }) : null;
  if (!row || !can(actor, 'case.support', factsOf(row, null))) throw new AppError('NOT_FOUND');
  if (!isSupportable(row.kind, row.status)) {
    throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.supportOver' });
  }
  const who = identify({ name: null, email: asked.email, phone: null });
  const work = remember(row.id, who, asked.locale).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'TOO_MANY'))
      logger.error('support not asked for', { error });
  });
  await Promise.all([work, sleep(ANSWER_MS)]);
}

async function remember(submissionId: string, who: ReturnType<typeof identify>, locale: string) {
  await hit('supportMailbox', who.emailHash ?? '');
  await warmUpJobs();
  await inTransaction(async (tx) => {
    await holdForSupport(tx, submissionId);
    const at = now();
    const known = await sameSupporter(tx, submissionId, who);
    const place = { submissionId, locale, channel: 'WEB', createdAt: at, verifiedAt: null } as const;
    const supportId = known?.id ?? (await createSupport(tx, { ...who, ...place }));
    // Taken back, or not confirmed yet: the days in which it can be confirmed begin anew.
    if (known && !counts(known))
      await tx.support.update({
        where: { id: supportId },
        data: { createdAt: at, verifiedAt: null, withdrawnAt: null, locale },
      });
    const occasion = String(Math.floor(at.getTime() / SAME_ASKING_MS));
    await enqueue(tx, 'support.asked', { supportId, occasion });
  });
}

/**
 * Whoever holds the link confirms: counted from now on. A second time changes nothing. Errors: NOT_FOUND for a link
 * that is none, or was forgotten after its days; NOT_ALLOWED_NOW for a case nobody works on any more.
 */
export async function confirmSupport(supportId: string): Promise<void> {
  await warmUpJobs();
  await inTransaction(async (tx) => {
    const { row, support } = await held(tx, supportId);
    if (counts(support)) return;
    if (!isSupportable(row.kind, row.status)) {
      throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.supportOver' });
    }
    await tx.support.update({ where: { id: supportId }, data: { verifiedAt: now(), withdrawnAt: null } });
    await countSupport(tx, row, 1);
  });
}

/** Takes a support back, confirmed or not: it counts no more and hears no more. A second time changes nothing. */
export async function withdrawSupport(supportId: string): Promise<void> {
  await warmUpJobs();
  await inTransaction(async (tx) => {
    const { row, support } = await held(tx, supportId);
    if (support.withdrawnAt !== null) return;
    await tx.support.update({ where: { id: supportId }, data: { withdrawnAt: now() } });
    if (counts(support)) await countSupport(tx, row, -1);
  });
}

/** The case is held first, then the support is read: in the same order as everybody who counts. */
async function held(tx: Parameters<typeof holdForSupport>[0], supportId: string) {
  const found = await tx.support.findUnique({ where: { id: supportId }, select: { submissionId: true } });
  const row = found && (await holdForSupport(tx, found.submissionId));
  const support = row && (await tx.support.findUnique({ where: { id: supportId } }));
  if (!row || !support) throw new AppError('NOT_FOUND');
  return { row, support };
}
