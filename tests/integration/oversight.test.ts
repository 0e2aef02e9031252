import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { correctAddress, retryNotification } from '#lib/notifications/commands/retry.ts';
import { failedMails } from '#lib/notifications/queries/failed-mails.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { oversight } from '#lib/submissions/queries/oversight.ts';
import { workingDaysBetween } from '#lib/submissions/service-clock.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { mailsTo } from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

let supervisor: StaffActor;
let infoline: StaffActor;
let lead: StaffActor;
let zdmk: StaffActor;

beforeAll(async () => {
  supervisor = await staff('kierownik');
  infoline = await staff('infolinia');
  lead = await staff('zdmk.kierownik');
  zdmk = await staff('zdmk');
});

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'OK',
    (error: { code: string }) => error.code,
  );

/** A mail of this case that was given up. */
async function givenUp(submission: Case, lastError: string): Promise<string> {
  const row = await db.notification.findFirstOrThrow({ where: { event: { submissionId: submission.id } } });
  await db.notification.update({ where: { id: row.id }, data: { state: 'FAILED', attempts: 11, lastError } });
  return row.id;
}

async function filed(email: string): Promise<Case> {
  const submission = await aSubmission({ email });
  await workOffJobs();
  return submission;
}

describe('the supervisor’s desk', () => {
  it('holds what came back twice, what was objected to, and who has how much', async () => {
    const twice = await aSubmission();
    for (const department of ['ZDMK', 'ZZM']) {
      await give(twice, infoline, 'forward', { department });
      const officer = department === 'ZDMK' ? zdmk : await staff('zzm');
      await give(twice, officer, 'return', { reasonCode: 'NOT_OURS', reason: 'Nie nasze.' });
    }
    const objected = await aSubmission();
    await give(objected, infoline, 'forward', { department: 'ZDMK' });
    await give(objected, zdmk, 'take', {});
    await give(objected, zdmk, 'resolve', { outcome: 'FIXED', explanation: 'Zrobione.' });
    await give(objected, reporterOf(objected), 'object', { objection: 'Nie.' });
    const { lists, departments } = await oversight(supervisor, 'pl');
    const listed = (tab: string) =>
      lists.find((list) => list.tab === tab)?.items.map(({ reference }) => reference);
    expect(listed('returned-often')).toEqual([twice.reference]);
    expect(listed('objected')).toEqual([objected.reference]);
    expect(departments.find(({ key }) => key === 'ZDMK')).toMatchObject({ open: 1, late: 0 });
  });

  it('holds what waits longer than a working day for its way, and proposals that nobody has agreed to', async () => {
    const waiting = await aSubmission();
    const proposed = await aSubmission();
    await give(proposed, infoline, 'propose-kind', {
      kind: 'IDEA',
      category: 'pomysl-zielen',
      explanation: 'Inni też mogą tego chcieć.',
    });
    const listed = async (tab: string) =>
      (await oversight(supervisor, 'pl')).lists.find((list) => list.tab === tab)?.items ?? [];
    const has = async (tab: string, { reference }: Case) =>
      (await listed(tab)).find((item) => item.reference === reference);
    expect(await has('kind-proposed', proposed)).toBeTruthy();
    expect(await has('kind-proposed', waiting)).toBeUndefined();
    expect(await listed('untriaged')).toEqual([]);
    const week = 7 * 86_400_000;
    const receivedAt = new Date(now().getTime() - week);
    await db.submission.updateMany({
      where: { id: { in: [waiting.id, proposed.id] } },
      data: { receivedAt },
    });
    expect(await has('untriaged', waiting)).toMatchObject({ waited: workingDaysBetween(receivedAt, now()) });
    expect(await has('untriaged', proposed)).toBeUndefined();
    await give(proposed, reporterOf(proposed), 'refuse-kind', {});
    expect(await has('kind-proposed', proposed)).toBeUndefined();
    await give(waiting, infoline, 'forward', { department: 'ZZM' });
    expect(await has('untriaged', waiting)).toBeUndefined();
  });

  it('shows a lead the own department’s part, and others nothing', async () => {
    const view = await oversight(lead, 'pl');
    expect(view.desk).toBe('department');
    expect(view.departments).toEqual([]);
    expect(view.people.map(({ name }) => name)).toEqual([zdmk.name]);
    const departments = view.lists.flatMap(({ items }) => items.map(({ department }) => department?.code));
    expect(new Set(departments)).toEqual(new Set(['ZDMK']));
    expect(await failedMails(lead, 'pl')).toEqual([]);
    for (const other of [infoline, zdmk, await staff('audyt'), await staff('admin')])
      expect(await refused(oversight(other, 'pl'))).toBe('FORBIDDEN');
  });
});

describe('a mail that was given up', () => {
  it('waits with its reason in words, without the address', async () => {
    const submission = await filed('zgubiony@example.com');
    const id = await givenUp(submission, 'SMTP_550');
    const mail = (await failedMails(supervisor, 'pl')).find((each) => each.id === id);
    expect(mail).toMatchObject({
      reference: submission.reference,
      reason: 'refused',
      attempts: 11,
      mayCorrect: true,
    });
    expect(JSON.stringify(mail)).not.toContain('zgubiony');
    await retryNotification(supervisor, id);
  });

  it('is sent again, once, by whoever may', async () => {
    const submission = await filed('raz@example.com');
    const id = await givenUp(submission, 'ECONNECTION');
    for (const other of [infoline, lead, await staff('admin')])
      expect(await refused(retryNotification(other, id))).toBe('FORBIDDEN');
    await Promise.all([retryNotification(supervisor, id), retryNotification(supervisor, id)]);
    await workOffJobs();
    expect((await db.notification.findUniqueOrThrow({ where: { id } })).state).toBe('SENT');
    expect(await db.auditEntry.count({ where: { action: 'notification.retried', subject: id } })).toBe(1);
    expect(await refused(retryNotification(supervisor, newId()))).toBe('NOT_FOUND');
  });

  it('goes to the address put right, and so do later ones; the audit knows of it and neither address', async () => {
    const submission = await filed('literowka@exmaple.com');
    const id = await givenUp(submission, 'SMTP_550');
    expect(await refused(correctAddress(supervisor, id, 'bez małpy'))).toBe('INVALID');
    expect(await refused(correctAddress(infoline, id, 'dobry@example.com'))).toBe('FORBIDDEN');
    await correctAddress(supervisor, id, 'dobry@example.com');
    await workOffJobs();
    expect(await mailsTo('dobry@example.com')).toHaveLength(1);
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
    await workOffJobs();
    expect((await mailsTo('dobry@example.com')).length).toBe(2);
    const entries = await db.auditEntry.findMany({ where: { subject: id } });
    expect(entries.map(({ action }) => action).sort()).toEqual(['contact.corrected', 'notification.retried']);
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('@');
  });

  it('that arrived is nobody’s way to another address', async () => {
    const submission = await filed('doszedl@example.com');
    const { id } = await db.notification.findFirstOrThrow({ where: { recipientKey: submission.id } });
    await correctAddress(supervisor, id, 'ktos.inny@example.com');
    const { email } = await db.contact.findUniqueOrThrow({ where: { submissionId: submission.id } });
    expect(email).toBe('doszedl@example.com');
  });
});
