import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { planDailyMails, planMailsOf } from '#lib/notifications/jobs/daily-mails.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

/** Wednesday; the day before is a working day too. */
const MORNING = new Date('2030-11-27T06:05:00Z');
const DAY = '2030-11-27';

const at = (moment: string | Date) => shiftClock(new Date(moment).getTime() - Date.now());
const morningMails = async () =>
  (await sentMails()).filter(({ subject }) => subject.startsWith('Dziś w portalu'));
const rows = () => db.notification.findMany({ where: { occasion: `day:${DAY}`, template: 'daily' } });

let infoline: StaffActor;
let zdmk: StaffActor;
const cases: Record<string, Case> = {};

async function forwarded(moment: string, wish = {}): Promise<Case> {
  at(moment);
  const submission = await aSubmission({
    name: 'Ada Kanarek',
    email: 'kanarek@example.com',
    phone: '600000001',
    text: 'Kanarek śpiewa pod oknem.',
    ...wish,
  });
  await give(submission, infoline, 'forward', { department: 'ZDMK' });
  return submission;
}

beforeAll(async () => {
  infoline = await staff('infolinia');
  zdmk = await staff('zdmk');
  await db.department.update({ where: { code: 'ZDMK' }, data: { email: 'zdmk@example.com' } });
  cases.fresh = await forwarded('2030-11-26T10:00:00Z');
  cases.early = await forwarded('2030-11-25T10:00:00Z');
  cases.planned = await forwarded('2030-11-20T10:00:00Z');
  await give(cases.planned, zdmk, 'plan', { until: '2030-11-26', explanation: 'We wtorek.' });
  cases.late = await forwarded('2030-11-04T10:00:00Z');
  await db.submission.update({
    where: { id: cases.late.id },
    data: { fixDue: new Date('2030-11-26T23:00:00Z'), dueAt: new Date('2030-11-26T23:00:00Z') },
  });
  // Late for weeks: said every morning until it is done.
  cases.forgotten = await forwarded('2030-09-04T10:00:00Z');
  await db.submission.update({
    where: { id: cases.forgotten.id },
    data: { fixDue: new Date('2030-09-20T22:00:00Z'), dueAt: new Date('2030-09-20T22:00:00Z') },
  });
  cases.returned = await forwarded('2030-11-20T11:00:00Z');
  await give(cases.returned, zdmk, 'resolve', { outcome: 'FIXED', explanation: 'Zrobione.' });
  at('2030-11-26T15:00:00Z');
  await give(cases.returned, reporterOf(cases.returned), 'object', { objection: 'Kanarek nadal śpiewa.' });
  await workOffJobs();
});

describe('the morning mail of a department', () => {
  beforeEach(() => at(MORNING));

  it('does not go before seven, nor on a day off', async () => {
    at('2030-11-27T05:55:00Z');
    expect(await planDailyMails()).toBe(0);
    at('2030-12-01T10:00:00Z');
    expect(await planDailyMails()).toBe(0);
  });

  it('goes once, however often and from wherever it is asked for', async () => {
    const made = await Promise.all([planMailsOf(DAY), planMailsOf(DAY), planDailyMails()]);
    expect(made.reduce((sum, each) => sum + each, 0)).toBe((await rows()).length);
    expect(await planMailsOf(DAY)).toBe(0);
    expect((await rows()).filter(({ recipientKey }) => recipientKey === 'ZDMK')).toHaveLength(1);
  });

  it('says what came, came back, ran late and passed its day, each with its link', async () => {
    await workOffJobs();
    const mails = (await morningMails()).filter(({ to }) => to === 'zdmk@example.com');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/1 wraca, 1 po zaplanowanym dniu, 2 po terminie, 1 nowa/);
    for (const name of ['fresh', 'returned', 'late', 'forgotten', 'planned']) {
      expect(mails[0]?.text, name).toContain(`/staff/zgloszenia/${cases[name]?.reference}`);
    }
    expect(mails[0]?.text).not.toContain(cases.early?.reference);
  });

  it('tells nothing of who reported, and nothing that anybody wrote', async () => {
    const [mail] = await morningMails();
    for (const words of [mail?.text, mail?.html, mail?.subject]) {
      expect(words).not.toMatch(/kanarek|\bAda\b|600\s?000\s?001|sledz|Zrobione|wtorek/i);
    }
  });

  it('does not go where nothing is new or late', async () => {
    await db.department.update({ where: { code: 'MPO' }, data: { email: 'mpo@example.com' } });
    expect(await planMailsOf(DAY)).toBe(0);
    expect((await rows()).some(({ recipientKey }) => recipientKey === 'MPO')).toBe(false);
  });

  it('that a crash left unmade is made later in the day, as it would have been', async () => {
    await db.notification.deleteMany({ where: { occasion: `day:${DAY}`, recipientKey: 'ZDMK' } });
    await forwarded('2030-11-27T09:00:00Z');
    at('2030-11-27T14:00:00Z');
    expect(await planMailsOf(DAY)).toBe(1);
    await workOffJobs();
    const last = (await morningMails()).filter(({ to }) => to === 'zdmk@example.com').at(-1);
    expect(last?.subject).toContain('1 nowa');
  });
});
