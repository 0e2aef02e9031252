import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { emailMistake, normaliseEmail } from '#lib/contacts/normalise.ts';
import type { Notification } from '#lib/generated/prisma/client.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId, keyedHash } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { enqueueDelivery } from '../jobs/plan-event.ts';

/**
 * Sends a mail again that was given up: the very same one, with all its attempts before it. Twice is once, for only a
 * mail that failed is tried again. Errors: FORBIDDEN; NOT_FOUND when there is no such mail.
 */
export async function retryNotification(actor: Actor, id: string): Promise<void> {
  if (!can(actor, 'notification.retry')) throw new AppError('FORBIDDEN');
  await warmUpJobs();
  await inTransaction(async (tx) => {
    await again(tx, actor, await given(tx, id));
  });
}

/**
 * Puts the reporter's address right and sends the mail again that did not reach it; for one that arrived, or is on its
 * way, nothing is changed. Also later mails of the case go there. The audit keeps that it was changed, by whom and of
 * which mail; neither address. Errors: INVALID at `email`, as above else.
 */
export async function correctAddress(actor: Actor, id: string, typed: string): Promise<void> {
  if (!can(actor, 'notification.retry') || !can(actor, 'contact.correct')) throw new AppError('FORBIDDEN');
  const email = normaliseEmail(typed);
  if (!email)
    throw new AppError('INVALID', { fields: { email: [emailMistake(typed) ?? 'validation.emailInvalid'] } });
  await warmUpJobs();
  await inTransaction(async (tx) => {
    const row = await given(tx, id);
    if (row.recipient !== 'REPORTER') throw new AppError('NOT_FOUND');
    if (row.state !== 'FAILED') return;
    const { count } = await tx.contact.updateMany({
      where: { submissionId: row.recipientKey, erasedAt: null },
      data: { email: typed.trim(), emailHash: keyedHash(env.keys.contact, email) },
    });
    if (count === 0) throw new AppError('NOT_FOUND');
    await log(tx, actor, 'contact.corrected', row);
    await again(tx, actor, row);
  });
}

async function given(tx: Tx, id: string): Promise<Notification> {
  const row = isId(id) ? await tx.notification.findUnique({ where: { id } }) : null;
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

async function again(tx: Tx, actor: Actor, row: Notification): Promise<void> {
  const at = now();
  const { count } = await tx.notification.updateMany({
    where: { id: row.id, state: 'FAILED' },
    data: { state: 'PENDING', attempts: 0, sendAfter: at, lastError: null },
  });
  if (count === 0) return;
  await enqueueDelivery(tx, row.id, at);
  await log(tx, actor, 'notification.retried', row);
}

function log(tx: Tx, actor: Actor, action: 'contact.corrected' | 'notification.retried', row: Notification) {
  const staffId = actor.type === 'staff' ? actor.id : null;
  return audit(
    { action, actorKind: actor.type, staffId, subject: row.id, data: { template: row.template } },
    tx,
  );
}
