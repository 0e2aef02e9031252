import { describe, expect, it } from 'vitest';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { HANDLERS } from '#lib/worker.ts';
import { DAY } from '#tests/factories/case-state.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

const keepHouse = () => HANDLERS.housekeeping({});

const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status;
const mailsTo = async (address: string) => (await sentMails()).filter(({ to }) => to === address);

describe('what the worker does by itself', () => {
  it('tells the reporter of each step, once, with a link that leads to the case', async () => {
    const submission = await aSubmission({ email: 'way@example.com' });
    await workOffJobs();
    await give(submission, await staff('infolinia'), 'forward', { department: 'ZDMK' });
    await give(submission, await staff('zdmk'), 'take', {});
    await give(submission, await staff('zdmk'), 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    await workOffJobs();
    await workOffJobs();
    const mails = await mailsTo('way@example.com');
    expect(mails).toHaveLength(4);
    expect(mails.map(({ code }) => code?.replaceAll('-', ''))).toEqual(Array(4).fill(submission.code));
    expect(mails.filter(({ subject }) => subject.includes(submission.reference))).toHaveLength(4);
    expect(mails.at(-1)?.text).toContain('Załatane.');
  });

  it('closes a resolved case after fourteen days and not before', async () => {
    const submission = await aSubmission();
    await give(submission, await staff('infolinia'), 'resolve', {
      outcome: 'NO_FAULT_FOUND',
      explanation: 'Brak.',
    });
    shiftClock(14 * DAY - 60_000);
    await keepHouse();
    expect(await statusOf(submission.id)).toBe('RESOLVED');
    shiftClock(14 * DAY + 60_000);
    await keepHouse();
    expect(await statusOf(submission.id)).toBe('CLOSED');
  });

  it('repeats a question after seven days, ends the case after fourteen, and a reply stops both', async () => {
    const [silent, answered] = [await aSubmission({ email: 'silent@example.com' }), await aSubmission()];
    for (const submission of [silent, answered])
      await give(submission, await staff('infolinia'), 'ask', { question: 'Po której stronie?' });
    await give(answered, reporterOf(answered), 'reply', { reply: 'Po lewej.' });
    shiftClock(8 * DAY);
    await keepHouse();
    await workOffJobs();
    expect((await mailsTo('silent@example.com')).map(({ subject }) => subject)).toHaveLength(3);
    shiftClock(15 * DAY);
    await keepHouse();
    expect(await statusOf(silent.id)).toBe('RESOLVED');
    expect(await statusOf(answered.id)).toBe('RECEIVED');
  });
});
