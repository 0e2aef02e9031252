import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET as live } from '#app/api/health/live/route.ts';
import { GET as ready } from '#app/api/health/ready/route.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { enqueue, startBoss, warmUpJobs } from '#lib/platform/jobs.ts';
import { logger } from '#lib/platform/logger.ts';
import { HANDLERS, startWorker } from '#lib/worker.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { callRoute } from '#tests/factories/request.ts';
import { aSubmission } from '#tests/factories/submission.ts';

const jobsOf = (name: string) =>
  db.$queryRaw<{ state: string; data: object; output: object | null }[]>`
    SELECT state::text, data, output FROM pgboss.job WHERE name = ${name} ORDER BY created_on`;

/** Waits until it is so. */
async function until(isSo: () => Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > milliseconds) throw new Error('It never came to pass.');
    await sleep(20);
  }
}

async function withWorker<T>(work: () => Promise<T>): Promise<T> {
  const worker = await startWorker();
  try {
    return await work();
  } finally {
    await worker.stop();
  }
}

const originals = { ...HANDLERS };
afterEach(() => {
  Object.assign(HANDLERS, originals);
});

describe('the worker', () => {
  it('tells of a new case within a few seconds', async () => {
    await withWorker(async () => {
      await aSubmission({ email: 'a@example.com' });
      await until(async () => (await sentMails()).length === 1);
    });
  });

  it('finishes the job at hand before it stops', async () => {
    let done = false;
    HANDLERS['photo.received'] = async () => {
      await sleep(700);
      done = true;
    };
    const worker = await startWorker();
    await warmUpJobs();
    await inTransaction((tx) => enqueue(tx, 'photo.received', { photoId: newId() }));
    await until(async () => (await jobsOf('photo.received')).some(({ state }) => state === 'active'));
    await worker.stop();
    expect(done).toBe(true);
    expect((await jobsOf('photo.received')).at(-1)?.state).toBe('completed');
  });

  it('tries a job again that failed, without keeping what the exception said', async () => {
    const logged = vi.spyOn(logger, 'error').mockReturnValue();
    HANDLERS['photo.received'] = async () => {
      throw new Error('CANARY jan@example.com');
    };
    await withWorker(async () => {
      await warmUpJobs();
      await inTransaction((tx) => enqueue(tx, 'photo.received', { photoId: newId() }));
      await until(async () => (await jobsOf('photo.received')).some(({ state }) => state === 'retry'));
    });
    expect(JSON.stringify(await jobsOf('photo.received'))).not.toContain('CANARY');
    expect(logged).toHaveBeenCalledWith('job failed', expect.objectContaining({ queue: 'photo.received' }));
    logged.mockRestore();
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'photo.received'`;
  });

  it('takes up what a killed worker had in its hands, once its heartbeat is missed', async () => {
    const submission = await aSubmission({ email: 'b@example.com' });
    const boss = await startBoss({ supervise: true, schedule: false, max: 1, monitorIntervalSeconds: 1 });
    const [job] = await boss.fetch<Record<string, string>>('event.recorded');
    expect(job?.heartbeatSeconds).toBe(15);
    await db.$executeRaw`UPDATE pgboss.job SET heartbeat_on = now() - interval '16 seconds' WHERE state = 'active'`;
    await boss.supervise('event.recorded');
    await boss.stop({ graceful: false });
    shiftClock(60_000);
    await workOffJobs();
    const rows = await db.notification.findMany({ where: { event: { submissionId: submission.id } } });
    expect(rows).toMatchObject([{ state: 'SENT' }]);
  });

  it('has every round of upkeep on its timetable, once', async () => {
    await withWorker(async () => undefined);
    await withWorker(async () => undefined);
    const rows = await db.$queryRaw<{ key: string }[]>`SELECT key FROM pgboss.schedule ORDER BY key`;
    expect(rows.map(({ key }) => key)).toEqual(['hourly', 'nightly', 'often']);
  });
});

describe('health', () => {
  /** Answers are kept for two seconds: each look is at a later time. */
  let looks = 0;
  const look = async () => {
    looks += 1;
    shiftClock(looks * 3_000);
    const response = await callRoute(ready, '/api/health/ready');
    const body = (await response.json()) as { down: string[]; checks: object };
    return { ...body, status: response.status };
  };

  it('lives as long as it answers', async () => {
    const response = await callRoute(live, '/api/health/live');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready with a worker, and names the worker when there is none', async () => {
    await workOffJobs();
    await db.$executeRaw`DELETE FROM pgboss.job`;
    expect(await look()).toMatchObject({ status: 503, down: ['worker'] });
    await withWorker(async () => {
      expect(await look()).toMatchObject({ status: 200, down: [] });
      await db.$executeRaw`UPDATE pgboss.instance SET heartbeat_on = now() - interval '1 minute'`;
      expect(await look()).toMatchObject({ status: 503, down: ['worker'] });
    });
  });

  it('names what waits too long, migrations that lack and a disk that is gone', async () => {
    await aSubmission();
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '3 minutes'`;
    await db.$executeRaw`UPDATE "_prisma_migrations" SET finished_at = NULL`;
    const kept = env.DATA_DIR;
    env.DATA_DIR = '/nowhere';
    const { down, checks } = await look();
    env.DATA_DIR = kept;
    await db.$executeRaw`UPDATE "_prisma_migrations" SET finished_at = now()`;
    expect(down).toEqual(expect.arrayContaining(['migrations', 'disk', 'jobs']));
    expect(checks).toMatchObject({
      database: { ok: true },
      migrations: { ok: false, pending: expect.any(Number) },
    });
    await workOffJobs();
  });

  it('says nothing about where things are', async () => {
    const text = JSON.stringify(await look());
    for (const secret of [env.DATABASE_URL ?? '', new URL(env.DATABASE_URL ?? '').password, env.DATA_DIR])
      expect(text).not.toContain(secret);
  });

  it('does not ask the database more often than every two seconds', async () => {
    await look();
    const asked = vi.spyOn(db, '$queryRaw');
    for (let times = 0; times < 20; times += 1) await callRoute(ready, '/api/health/ready');
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
