import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliverNotification } from '#lib/notifications/jobs/deliver.ts';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { groupTrackingCode } from '#lib/platform/ids.ts';
import { logger } from '#lib/platform/logger.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import {
  anAddress,
  lastEvent,
  mailIsDown,
  mailsTo,
  reported,
  rowsOf,
  subjectsTo,
} from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const before = env.MAIL_HOLD_SECONDS;
beforeEach(async () => {
  vi.spyOn(logger, 'warn').mockReturnValue();
  await rm(path.join(env.DATA_DIR, 'mail'), { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  env.MAIL_HOLD_SECONDS = before;
});

describe('a mail for a new case', () => {
  it('holds its number, its code and the way to it', async () => {
    const { submission, email } = await reported({ address: 'ul. Długa 12' });
    const [mail, ...others] = await mailsTo(email);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Przyjęte: .+, ul\. Długa 12 \(KRK-\d{4}-\d{6}\)$/);
    expect(mail?.code).toBe(submission.code);
    expect(mail?.text).toContain(groupTrackingCode(submission.code));
    expect(mail?.links).toContain(`http://localhost:3000/sledz/${submission.code}`);
  });

  it('is not written where nobody left an address', async () => {
    const submission = await aSubmission({ phone: '600100200' });
    await workOffJobs();
    expect(await rowsOf(submission)).toEqual([]);
  });

  it('is not written for an import', async () => {
    const { submission } = await reported({ channel: 'IMPORT' });
    expect(await rowsOf(submission)).toEqual([]);
  });
});

describe('one mail, whatever happens in between', () => {
  it('when every step is done three times over', async () => {
    const email = anAddress();
    const submission = await aSubmission({ email });
    const { id } = await lastEvent(submission.id);
    expect([await planEvent(id), await planEvent(id), await planEvent(id)]).toEqual([1, 0, 0]);
    const [row] = await rowsOf(submission);
    for (let times = 0; times < 3; times += 1) await deliverNotification(row?.id ?? '');
    await workOffJobs();
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await rowsOf(submission)).toMatchObject([{ state: 'SENT', attempts: 1 }]);
  });

  it('when two workers take it at the same moment', async () => {
    const email = anAddress();
    const submission = await aSubmission({ email });
    const { id } = await lastEvent(submission.id);
    await Promise.all([planEvent(id), planEvent(id), planEvent(id)]);
    const [row] = await rowsOf(submission);
    await Promise.all([1, 2, 3].map(() => deliverNotification(row?.id ?? '')));
    expect(await rowsOf(submission)).toMatchObject([{ state: 'SENT', attempts: 1 }]);
  });

  it('when the worker dies between handing it over and writing that down', async () => {
    const { submission, email } = await reported();
    const [first] = await mailsTo(email);
    await db.notification.updateMany({
      where: { event: { submissionId: submission.id } },
      data: { state: 'PENDING', sentAt: null },
    });
    shiftClock(5 * 60 * SECOND);
    const [row] = await rowsOf(submission);
    await deliverNotification(row?.id ?? '');
    const again = await mailsTo(email);
    expect(again.map(({ file }) => file)).toEqual([first?.file]);
    expect(await rowsOf(submission)).toMatchObject([{ state: 'SENT' }]);
  });

  it('when mail is down for an hour', async () => {
    const email = anAddress();
    const submission = await aSubmission({ email });
    await mailIsDown(async () => {
      for (const minutes of [0, 1, 5, 20, 59]) {
        shiftClock(minutes * 60 * SECOND);
        await workOffJobs();
      }
    });
    const [waiting] = await rowsOf(submission);
    expect(waiting).toMatchObject({ state: 'PENDING', lastError: 'EEXIST' });
    expect(waiting?.attempts).toBeGreaterThan(3);
    shiftClock(70 * 60 * SECOND);
    await workOffJobs();
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await rowsOf(submission)).toMatchObject([{ state: 'SENT', lastError: null }]);
  });

  it('and it is given up only after three days, and said to be', async () => {
    const submission = await aSubmission({ email: anAddress() });
    await mailIsDown(async () => {
      for (let tenMinutes = 0; tenMinutes < 12; tenMinutes += 1) {
        shiftClock(tenMinutes * 10 * 60 * SECOND);
        await workOffJobs();
      }
      shiftClock(2.9 * DAY);
      await workOffJobs();
      expect(await rowsOf(submission)).toMatchObject([{ state: 'PENDING' }]);
      shiftClock(3.1 * DAY);
      await workOffJobs();
    });
    expect(await rowsOf(submission)).toMatchObject([{ state: 'FAILED', lastError: 'EEXIST' }]);
  });
});

describe('mails that staff caused', () => {
  it('wait a moment, and the reporter’s own are there at once', async () => {
    env.MAIL_HOLD_SECONDS = 20;
    const { submission, email } = await reported();
    await give(submission, await staff('infolinia'), 'forward', { department: 'ZDMK' });
    await workOffJobs();
    expect(await subjectsTo(email)).toEqual(['Przyjęte']);
    await give(submission, reporterOf(submission), 'withdraw', {});
    await workOffJobs();
    expect(await subjectsTo(email)).toEqual(['Przyjęte', 'Wycofane']);
    shiftClock(21 * SECOND);
    await workOffJobs();
    expect((await subjectsTo(email)).sort()).toEqual(['Przekazane', 'Przyjęte', 'Wycofane']);
  });
});

describe('who it is about stays out of', () => {
  it('the queue, the notifications and the log, also when mail fails', async () => {
    vi.restoreAllMocks();
    const said: string[] = [];
    const listen = (chunk: unknown) => {
      said.push(String(chunk));
      return true;
    };
    const streams = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    for (const stream of streams) stream.mockImplementation(listen);
    const email = 'canary.osoba@example.com';
    const submission = await aSubmission({ email, name: 'Canary Osoba', phone: '601602603' });
    await mailIsDown(workOffJobs);
    shiftClock(HOUR);
    await workOffJobs();
    for (const stream of streams) stream.mockRestore();
    const jobs = await db.$queryRaw<object[]>`SELECT data, output FROM pgboss.job`;
    const kept = JSON.stringify([said, jobs, await rowsOf(submission)], (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ).toLowerCase();
    expect(kept).toContain('mail not delivered');
    for (const secret of ['canary', '601602603', submission.code.toLowerCase()])
      expect(kept).not.toContain(secret);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});
