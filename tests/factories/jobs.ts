import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { QUEUES, type QueueName, startBoss } from '#lib/platform/jobs.ts';
import { HANDLERS } from '#lib/worker.ts';
import { type Mail, mailsIn } from './mail.ts';

const BATCH = 50;
/** More rounds than any chain of jobs has: beyond them jobs make jobs for ever. */
const MOST_ROUNDS = 20;

type Done = { queue: QueueName; data: Record<string, string> };

/** The queue goes by the server's time: what a shifted clock has made due is made due there. */
async function makeDue(): Promise<void> {
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state < 'active' AND start_after <= ${now()}`;
}

/**
 * Does what the worker would do until now, by the worker's own handlers, until nothing is due. A job that fails fails
 * the test. Says what was done.
 */
export async function workOffJobs(): Promise<Done[]> {
  const boss = await startBoss({ supervise: false, schedule: false, max: 1 });
  const done: Done[] = [];
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await makeDue();
      const before = done.length;
      for (const queue of QUEUES) {
        for (const job of await boss.fetch<Record<string, string>>(queue, { batchSize: BATCH })) {
          await HANDLERS[queue](job.data);
          await boss.complete(queue, job.id);
          done.push({ queue, data: job.data });
        }
      }
      if (done.length === before) return done;
    }
    throw new Error('The jobs never come to an end.');
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Every mail that this test file has sent, the oldest first. */
export function sentMails(): Promise<Mail[]> {
  return mailsIn(env.DATA_DIR);
}
