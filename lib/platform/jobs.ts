import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from './db.ts';
import { env } from './env.ts';

/** Queues and what their jobs carry: ids only, never personal data. Handlers are idempotent. */
export const QUEUES = ['event.recorded', 'notification.due', 'photo.received', 'housekeeping'] as const;
export type QueueName = (typeof QUEUES)[number];

const RETRY = { retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 } as const;

type Shared = { boss?: Promise<PgBoss> };
const shared = globalThis as typeof globalThis & { portalJobs?: Shared };
shared.portalJobs ??= {};
const state = shared.portalJobs;

/** The sending side, started once per process: it only inserts jobs and leaves upkeep to the worker. */
async function sender(): Promise<PgBoss> {
  state.boss ??= startBoss({ supervise: false, schedule: false, max: 1 }).catch((error) => {
    delete state.boss;
    throw error;
  });
  return state.boss;
}

/** Starts pg-boss and makes sure that the queues exist. */
export async function startBoss(options: {
  supervise: boolean;
  schedule: boolean;
  max: number;
}): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    application_name: 'kontakt-jobs',
    ...options,
  });
  boss.on('error', () => {});
  await boss.start();
  for (const name of QUEUES) await boss.createQueue(name, RETRY);
  return boss;
}

/** Adds a job inside the caller's transaction: it exists exactly when the row does. */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Record<string, string>,
  startAfter?: Date,
): Promise<void> {
  const boss = await sender();
  await boss.send(queue, data, { db: fromPrisma(tx), ...(startAfter && { startAfter }) });
}

/** Connects the sending side before a transaction needs it, so that no transaction waits for it. */
export async function warmUpJobs(): Promise<void> {
  await sender();
}

/** Ends the sending side; for tests and an orderly stop. */
export async function stopJobs(): Promise<void> {
  const boss = await state.boss;
  delete state.boss;
  await boss?.stop({ graceful: false });
}
