import type { Job, JobResult, PgBoss } from 'pg-boss';
import { keepHouse, ROUNDS, type Round } from '#lib/housekeeping.ts';
import { processPhoto } from '#lib/media/jobs/process-photo.ts';
import { deliverNotification } from '#lib/notifications/jobs/deliver.ts';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { planSupport } from '#lib/notifications/jobs/plan-support.ts';
import { CITY_TIME_ZONE } from '#lib/platform/clock.ts';
import { QUEUES, type QueueName, startBoss, stopJobs } from '#lib/platform/jobs.ts';
import { logger } from '#lib/platform/logger.ts';
import { reachThreshold } from '#lib/submissions/jobs/reach-threshold.ts';

type JobData = Record<string, string>;
type Handler = (data: JobData, signal?: AbortSignal) => Promise<unknown>;

/** What is done for a job of each queue. All of it may be done twice: a job is only gone once its work is. */
export const HANDLERS: Record<QueueName, Handler> = {
  'event.recorded': ({ eventId }) => planEvent(BigInt(eventId ?? '')),
  'support.counted': ({ submissionId }) => reachThreshold(submissionId ?? ''),
  'support.asked': ({ supportId, occasion }) => planSupport(supportId ?? '', occasion ?? ''),
  'notification.due': ({ notificationId }) => deliverNotification(notificationId ?? ''),
  'photo.received': ({ photoId }) => processPhoto(photoId ?? ''),
  housekeeping: ({ round }, signal) => keepHouse(round, signal),
};

/** Half a second is the least there is: what happened is told within about a second. */
const WORK: Record<QueueName, { pollingIntervalSeconds: number; batchSize: number }> = {
  'event.recorded': { pollingIntervalSeconds: 0.5, batchSize: 5 },
  'support.counted': { pollingIntervalSeconds: 1, batchSize: 5 },
  'support.asked': { pollingIntervalSeconds: 0.5, batchSize: 5 },
  'notification.due': { pollingIntervalSeconds: 0.5, batchSize: 5 },
  // One picture at a time: each takes a core and a good deal of memory.
  'photo.received': { pollingIntervalSeconds: 0.5, batchSize: 1 },
  housekeeping: { pollingIntervalSeconds: 5, batchSize: 1 },
};

/** Makes this process work off all queues. The jobs of a batch run side by side and fail one by one. */
async function registerHandlers(boss: PgBoss): Promise<void> {
  for (const queue of QUEUES) {
    const options = {
      ...WORK[queue],
      perJobResults: true,
      burstWhenBatchFull: WORK[queue].batchSize > 1,
    } as const;
    await boss.work<JobData, unknown, typeof options>(queue, options, (jobs: Job<JobData>[]) =>
      Promise.all(jobs.map((job) => work(queue, job))),
    );
  }
}

async function work(queue: QueueName, job: Job<JobData>): Promise<JobResult> {
  try {
    await HANDLERS[queue](job.data, job.signal);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    logger.error('job failed', { queue, job: job.id, attempt: job.retryCount + 1, error });
    // The queue keeps what it is given, and an exception may repeat values: the log is the place for it.
    return { id: job.id, status: 'failed', output: { failed: true } };
  }
}

const WORKER_NAME = 'worker';
/** Connections for fetching jobs; the work itself uses the database client's own. */
const CONNECTIONS = 3;
const STOP_PATIENCE_MS = 20_000;
const QUIET_MS = 10_000;

/**
 * The worker: delivers, re-encodes, reminds, closes. Survives a database that goes away and comes back. `stop` takes
 * no new jobs and waits for those at hand; what is not done in time is done after the next start.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const boss = await startBoss({
    supervise: true,
    schedule: true,
    max: CONNECTIONS,
    instanceName: WORKER_NAME,
    instanceHeartbeatSeconds: 10,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    connectionTimeoutMillis: 5_000,
  });
  boss.on(
    'error',
    oncePer(QUIET_MS, (error) => logger.warn('queue out of reach', { error })),
  );
  await registerHandlers(boss);
  for (const [round, { cron }] of Object.entries(ROUNDS)) {
    await boss.schedule('housekeeping', cron, { round }, { key: round, tz: CITY_TIME_ZONE });
  }
  // What time brought about while nobody worked is not left for the next round.
  for (const round of ['often', 'hourly'] satisfies Round[]) {
    await boss.send('housekeeping', { round }, { singletonKey: round, singletonSeconds: 60 });
  }
  return {
    stop: async () => {
      await boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
      await stopJobs();
    },
  };
}

/** A database that is away fails every poll: said once in a while, not ten times a second. */
function oncePer(milliseconds: number, say: (error: Error) => void): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    say(error);
  };
}
