import { type ConstructorOptions, fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from './db.ts';
import { env } from './env.ts';

/** Queues and what their jobs carry: ids only, never personal data. Handlers are idempotent. */
export const QUEUES = [
  'event.recorded',
  'support.counted',
  'support.asked',
  'notification.due',
  'photo.received',
  'housekeeping',
] as const;
export type QueueName = (typeof QUEUES)[number];

/**
 * A worker that dies stops its heartbeat, and its jobs are tried again within half a minute; one that hangs is cut off
 * after `expireInSeconds`.
 */
const RETRY = {
  retryLimit: 20,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  heartbeatSeconds: 15,
} as const;

const EXPIRE_SECONDS: Record<QueueName, number> = {
  'event.recorded': 60,
  'support.counted': 60,
  'support.asked': 60,
  'notification.due': 90,
  'photo.received': 300,
  housekeeping: 900,
};

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

type BossOptions = Omit<ConstructorOptions, 'connectionString' | 'db'> & {
  /** Upkeep of the queues is the worker's. */
  supervise: boolean;
  schedule: boolean;
  /** Connections. */
  max: number;
};

/** Starts pg-boss and makes sure that the queues exist, as they are described here when it is the worker's. */
export async function startBoss(options: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    application_name: 'kontakt-jobs',
    ...options,
  });
  boss.on('error', () => {});
  await boss.start();
  for (const name of QUEUES) {
    const queue = { ...RETRY, expireInSeconds: EXPIRE_SECONDS[name] };
    await boss.createQueue(name, queue);
    if (options.supervise) await boss.updateQueue(name, queue);
  }
  return boss;
}

/** When a job may begin at the earliest, and what goes before it: a higher priority does. Usually at once, and 0. */
type When = { startAfter?: Date; priority?: number };

/** Adds a job inside the caller's transaction: it exists exactly when the row does. */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Record<string, string>,
  when: When = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(queue, data, { db: fromPrisma(tx), ...when });
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
