import { setTimeout as sleep } from 'node:timers/promises';
import { normaliseEmail } from '#lib/contacts/normalise.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { keyedHash, normaliseReference } from '#lib/platform/ids.ts';
import { enqueue, warmUpJobs } from '#lib/platform/jobs.ts';
import { hit } from '#lib/platform/limits.ts';
import { logger } from '#lib/platform/logger.ts';
import { LINK_EVENT } from '../templates.ts';

/** Everybody waits this long, so that the time of the answer says nothing about who reported what. */
const ANSWER_MS = 400;

/**
 * Sends the tracking link again if the reference and the e-mail belong together. Returns nothing and takes the same
 * time either way; a failure is logged and looks the same too. At most a few times an hour for one case.
 */
export async function resendLink(input: { reference: string; email: string }): Promise<void> {
  const work = sendIfTheyMatch(input).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'TOO_MANY'))
      logger.error('link not sent again', { error });
  });
  await Promise.all([work, sleep(ANSWER_MS)]);
}

async function sendIfTheyMatch(input: { reference: string; email: string }): Promise<void> {
  const reference = normaliseReference(input.reference);
  const email = normaliseEmail(input.email);
  if (!reference || !email) return;
  await warmUpJobs();
  await hit('resendLink', `case ${reference}`);
  const submission = await db.submission.findFirst({
    where: { reference, contact: { emailHash: keyedHash(env.keys.contact, email), erasedAt: null } },
    select: { id: true, reference: true, status: true, version: true },
  });
  if (!submission) return;
  await inTransaction(async (tx) => {
    const { id, status, version } = submission;
    const event = await tx.event.create({
      data: {
        submissionId: id,
        type: LINK_EVENT,
        at: now(),
        actorKind: 'SYSTEM',
        visibility: 'INTERNAL',
        fromStatus: status,
        toStatus: status,
        version,
      },
    });
    await enqueue(tx, 'event.recorded', { eventId: String(event.id) });
    await audit({ action: 'link.resent', actorKind: 'anonymous', subject: submission.reference }, tx);
  });
}
