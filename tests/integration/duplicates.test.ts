import { describe, expect, it } from 'vitest';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { joinCase } from '#lib/submissions/commands/join.ts';
import { identify } from '#lib/submissions/supporter.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { anAddress, mailsTo } from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const rowOf = ({ id }: Case) => db.submission.findUniqueOrThrow({ where: { id } });
const followersOf = async ({ id }: Case) =>
  (await db.follower.findMany({ where: { submissionId: id } })).map(
    ({ fromSubmissionId }) => fromSubmissionId,
  );

describe('duplicates', () => {
  it('carry their people over, and the people they had been given', async () => {
    const [first, second, third] = [await aSubmission(), await aSubmission(), await aSubmission()];
    const infoline = await staff('infolinia');
    await give(first, infoline, 'duplicate', { of: second.reference });
    await give(second, infoline, 'duplicate', { of: third.reference });
    expect((await followersOf(third)).sort()).toEqual([first.id, second.id].sort());
  });

  it('carry each voice once, and none of whoever reported the other case', async () => {
    const [mail, phone] = [anAddress(), '600300401'];
    const [copy, other] = [await aSubmission(), await aSubmission({ email: mail, phone })];
    const both = anAddress();
    const joined = [
      [copy, { email: mail }],
      [copy, { phone }],
      [copy, { email: both }],
      [other, { email: both }],
      [copy, { email: anAddress() }],
    ] as const;
    const infoline = await staff('infolinia');
    for (const [at, who] of joined) {
      const person = { name: null, email: null, phone: null, ...who };
      await inTransaction((tx) => joinCase(tx, infoline, at.id, person, 'PHONE'));
    }
    await give(copy, infoline, 'duplicate', { of: other.reference });
    expect(await rowOf(other)).toMatchObject({ supportCount: 2 });
    expect(await db.support.count({ where: { submissionId: other.id } })).toBe(2);
    expect(await db.support.count({ where: { submissionId: other.id, email: mail } })).toBe(0);
    await workOffJobs();
    const before = [(await mailsTo(mail)).length, (await mailsTo(both)).length] as const;
    await give(other, infoline, 'forward', { department: 'ZDMK' });
    await workOffJobs();
    const news = [(await mailsTo(mail)).slice(before[0]), (await mailsTo(both)).slice(before[1])] as const;
    expect(news.map((mails) => mails.length)).toEqual([1, 1]);
    expect(news[0][0]?.unsubscribe).toBeUndefined();
    expect(news[1][0]?.unsubscribe).toMatch(/\/poparcie\//);
  });

  it('carry the voice of somebody who has asked at the other case and not confirmed yet, not one taken back there', async () => {
    const [copy, other] = [await aSubmission(), await aSubmission()];
    const infoline = await staff('infolinia');
    const [asked, withdrawn] = [anAddress(), anAddress()];
    const at = new Date();
    for (const [email, state] of [
      [asked, { verifiedAt: null }],
      [withdrawn, { verifiedAt: at, withdrawnAt: at }],
    ] as const) {
      const person = identify({ name: null, email, phone: null });
      await inTransaction((tx) => joinCase(tx, infoline, copy.id, person, 'PHONE'));
      const row = { ...person, id: newId(), submissionId: other.id, keyHash: newId(), createdAt: at };
      await db.support.create({ data: { ...row, ...state } });
    }
    await give(copy, infoline, 'duplicate', { of: other.reference });
    expect(await rowOf(other)).toMatchObject({ supportCount: 1 });
    const rows = await db.support.findMany({ where: { submissionId: other.id }, orderBy: { email: 'asc' } });
    const counted = rows.filter(({ verifiedAt, withdrawnAt }) => verifiedAt && !withdrawnAt);
    expect([rows.length, counted.map(({ email }) => email)]).toEqual([2, [asked]]);
  });

  it.each([
    ['itself', (own: Case) => own.reference],
    ['a number nobody has', () => 'KRK-2026-999999'],
  ])('of %s are refused', async (_title, of) => {
    const submission = await aSubmission();
    await expect(
      give(submission, await staff('infolinia'), 'duplicate', { of: of(submission) }),
    ).rejects.toMatchObject({ code: 'INVALID', details: { fields: { of: [expect.any(String)] } } });
  });

  it('make no circle, also when two people name each other’s case at the same moment', async () => {
    for (let round = 0; round < 2; round += 1) {
      const [one, other] = [await aSubmission(), await aSubmission()];
      const [ola, jan] = [await staff('infolinia'), await staff('infolinia2')];
      const results = await Promise.allSettled([
        give(one, ola, 'duplicate', { of: other.reference }),
        give(other, jan, 'duplicate', { of: one.reference }),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const pointing = [await rowOf(one), await rowOf(other)].filter((row) => row.duplicateOfId !== null);
      expect(pointing).toHaveLength(1);
    }
  });

  it('opened again point nowhere: their people hear of their own case alone, and others may join it', async () => {
    const [submission, other, later] = [await aSubmission(), await aSubmission(), await aSubmission()];
    const infoline = await staff('infolinia');
    await give(submission, infoline, 'duplicate', { of: other.reference });
    await give(submission, reporterOf(submission), 'object', { objection: 'To inna dziura.' });
    expect(await rowOf(submission)).toMatchObject({
      status: 'RECEIVED',
      duplicateOfId: null,
      closedAt: null,
    });
    expect(await followersOf(other)).toEqual([]);
    await give(later, infoline, 'duplicate', { of: submission.reference });
    expect(await followersOf(submission)).toEqual([later.id]);
  });
});
