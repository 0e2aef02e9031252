import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { mailsTo, rowsOf } from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

const DONE = { explanation: 'Załataliśmy połowę jezdni.', remaining: 'Druga połowa po mrozach.' };

describe('a part is done', () => {
  let zdmk: StaffActor;
  let infoline: StaffActor;
  let submission: Case;
  const row = () => db.submission.findUniqueOrThrow({ where: { id: submission.id } });

  beforeAll(async () => {
    zdmk = await staff('zdmk');
    infoline = await staff('infolinia');
    submission = await aSubmission({ email: 'ada@example.com' });
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
  });

  it('and said before the case was taken, takes it', async () => {
    await give(submission, zdmk, 'progress', DONE);
    expect(await row()).toMatchObject({ status: 'IN_PROGRESS', waitingOn: 'NONE', outcome: null });
    const held = await db.assignment.findFirstOrThrow({ where: { submissionId: submission.id } });
    expect(held).toMatchObject({ officerId: zdmk.id, endedAt: null });
    expect(held.takenAt).not.toBeNull();
  });

  it('stands on the public page with what is left', async () => {
    const { timeline } = await publicCase(ANONYMOUS, submission.reference, 'pl');
    expect(timeline[0]).toMatchObject({ type: 'progress', status: 'IN_PROGRESS' });
    expect(timeline[0]?.messages.map(({ role, text }) => [role, text]).sort()).toEqual([
      ['EXPLANATION', DONE.explanation],
      ['REMAINING', DONE.remaining],
    ]);
  });

  it('with a day for the rest it waits for that day', async () => {
    await give(submission, zdmk, 'progress', { ...DONE, until: '2030-03-04' });
    expect(await row()).toMatchObject({ status: 'IN_PROGRESS', waitingOn: 'SCHEDULED' });
    await give(submission, zdmk, 'progress', { explanation: 'Jeszcze kawałek.' });
    expect((await row()).waitingUntil).toEqual(new Date('2030-03-04T00:00:00Z'));
  });

  it('is told to the person who reported', async () => {
    await workOffJobs();
    const told = await rowsOf(submission);
    expect(told.filter(({ template, state }) => template === 'progressed' && state === 'SENT')).toHaveLength(
      3,
    );
    const mails = await mailsTo('ada@example.com');
    expect(mails.at(-1)?.text).toContain('Jeszcze kawałek.');
  });

  it('is nothing the infoline says of a department’s problem', async () => {
    await expect(give(submission, infoline, 'progress', DONE)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
  });
});

describe('a milestone of an idea', () => {
  it('leaves the idea where it stands, with or without a department', async () => {
    const supervisor = await staff('kierownik');
    const idea = await aSubmission({ kind: 'IDEA' });
    await give(idea, supervisor, 'publish', {});
    await give(idea, supervisor, 'start-review', { explanation: 'Czytamy.' });
    await give(idea, supervisor, 'accept', { explanation: 'Robimy.' });
    await give(idea, supervisor, 'progress', { explanation: 'Jest projekt.' });
    const { status } = await db.submission.findUniqueOrThrow({ where: { id: idea.id } });
    expect(status).toBe('ACCEPTED');
  });
});
