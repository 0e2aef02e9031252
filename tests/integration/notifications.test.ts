import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliverNotification } from '#lib/notifications/jobs/deliver.ts';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { groupTrackingCode } from '#lib/platform/ids.ts';
import { logger } from '#lib/platform/logger.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MAIL_FOLDER = path.join(env.DATA_DIR, 'mail');

let people = 0;
/** An address of this test alone. */
function anAddress(): string {
  people += 1;
  return `osoba${people}@example.com`;
}

const mailsTo = async (address: string) => (await sentMails()).filter(({ to }) => to === address);
const subjectsTo = async (address: string) =>
  (await mailsTo(address)).map(({ subject }) => subject.split(':')[0]);
const rowsOf = ({ id }: Pick<Case, 'id'>) =>
  db.notification.findMany({ where: { event: { submissionId: id } }, orderBy: { eventId: 'asc' } });
const lastEvent = (submissionId: string) =>
  db.event.findFirstOrThrow({ where: { submissionId }, orderBy: { id: 'desc' } });

/** A case whose first mail is sent. */
async function reported(wish: Parameters<typeof aSubmission>[0] = {}) {
  const email = anAddress();
  const submission = await aSubmission({ email, ...wish });
  await workOffJobs();
  return { submission, email };
}

/** As when the mail folder, or the mail server behind it, is not there. */
async function mailIsDown<T>(work: () => Promise<T>): Promise<T> {
  const kept = env.DATA_DIR;
  const blocked = path.join(kept, 'blocked');
  await mkdir(blocked, { recursive: true });
  await writeFile(path.join(blocked, 'mail'), '');
  env.DATA_DIR = blocked;
  try {
    return await work();
  } finally {
    env.DATA_DIR = kept;
  }
}

const before = env.MAIL_HOLD_SECONDS;
beforeEach(async () => {
  vi.spyOn(logger, 'warn').mockReturnValue();
  await rm(MAIL_FOLDER, { recursive: true, force: true });
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

describe('a mail tells of its event', () => {
  it('and not of the state of now: two forwards, two mails, each with its own department', async () => {
    const { submission, email } = await reported();
    const infoline = await staff('infolinia');
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
    await give(submission, infoline, 'forward', { department: 'ZZM' });
    await workOffJobs();
    const [, first, second] = (await mailsTo(email)).map(({ text }) => text);
    expect(first).toContain('Zarząd Dróg');
    expect(first).not.toContain('Zarząd Zieleni');
    expect(second).toContain('Zarząd Zieleni');
  });

  it('after the whole way of a case: every step is told, in order', async () => {
    const { submission, email } = await reported();
    const [infoline, officer] = [await staff('infolinia'), await staff('zdmk')];
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
    await give(submission, officer, 'take', {});
    await give(submission, officer, 'plan', { until: '2031-12-04', explanation: 'Czekamy na asfalt.' });
    await give(submission, officer, 'ask', { question: 'Przy której bramie?' });
    await give(submission, reporterOf(submission), 'reply', { reply: 'Przy drugiej.' });
    await give(submission, officer, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    await give(submission, reporterOf(submission), 'object', { objection: 'Nadal dziura.' });
    await workOffJobs();
    expect(await subjectsTo(email)).toEqual([
      'Przyjęte',
      'Przekazane',
      'W realizacji',
      'Zaplanowane',
      'Czekamy na odpowiedź',
      'Naprawione',
      'Wraca do pracy',
    ]);
    const texts = (await mailsTo(email)).map(({ text }) => text);
    expect(texts[3]).toContain('Czekamy na asfalt.');
    expect(texts[4]).toContain('Przy której bramie?');
    expect(texts[5]).toContain('Zarząd Dróg Miasta Krakowa');
  });

  it('without words that were removed before it was sent', async () => {
    const { submission, email } = await reported();
    const infoline = await staff('infolinia');
    await give(submission, infoline, 'ask', { question: 'CANARY w pytaniu?' });
    await db.message.updateMany({
      where: { submissionId: submission.id },
      data: { text: null, redactedAt: new Date() },
    });
    await workOffJobs();
    const mail = (await mailsTo(email)).at(-1);
    expect(mail?.subject).toMatch(/^Czekamy na odpowiedź/);
    expect(mail?.text).not.toContain('CANARY');
    expect(mail?.text).toContain('został usunięty');
  });

  it('never with a note of the staff', async () => {
    const { submission, email } = await reported();
    await give(submission, await staff('infolinia'), 'forward', {
      department: 'ZDMK',
      note: 'CANARY notatka',
    });
    await workOffJobs();
    expect((await mailsTo(email)).map(({ text, html }) => text + html).join()).not.toContain('CANARY');
  });

  it('to nobody once the contact was erased', async () => {
    const email = anAddress();
    const submission = await aSubmission({ email });
    const { id } = await lastEvent(submission.id);
    await planEvent(id);
    await db.contact.update({
      where: { submissionId: submission.id },
      data: { email: null, emailHash: null, erasedAt: new Date() },
    });
    await workOffJobs();
    expect(await mailsTo(email)).toEqual([]);
    expect(await rowsOf(submission)).toMatchObject([{ state: 'FAILED', lastError: 'NO_ADDRESS' }]);
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

describe('people carried over from a duplicate', () => {
  it('hear of the other case in a mail about their own, with nothing of anybody else', async () => {
    const [mine, other] = [
      await reported(),
      await reported({ text: 'CANARY opis', name: 'CANARY Nazwisko', address: 'ul. CANARY 7' }),
    ];
    const [infoline, officer] = [await staff('infolinia'), await staff('zdmk')];
    await give(mine.submission, infoline, 'duplicate', { of: other.submission.reference });
    await give(other.submission, infoline, 'forward', { department: 'ZDMK' });
    await give(other.submission, officer, 'ask', { question: 'CANARY pytanie?' });
    await give(other.submission, reporterOf(other.submission), 'reply', { reply: 'CANARY odpowiedź' });
    await give(other.submission, officer, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    await workOffJobs();
    const mails = await mailsTo(mine.email);
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Przyjęte',
      'Połączone z innym',
      'Przekazane',
      'Naprawione',
    ]);
    const all = mails.map(({ subject, text, html }) => subject + text + html).join('\n');
    expect(all).not.toContain('CANARY');
    expect(all).not.toContain(other.email);
    expect(all).not.toContain(other.submission.code);
    expect(all).toContain(other.submission.reference);
    expect(mails.map(({ subject }) => subject.includes(mine.submission.reference))).not.toContain(false);
    expect(mails.at(-1)?.text).toContain('Załatane.');
  });

  it('get one mail when both cases are theirs', async () => {
    const mine = await reported();
    const other = await reported({ email: mine.email });
    const infoline = await staff('infolinia');
    await give(mine.submission, infoline, 'duplicate', { of: other.submission.reference });
    await give(other.submission, infoline, 'forward', { department: 'ZDMK' });
    await workOffJobs();
    expect((await subjectsTo(mine.email)).filter((subject) => subject === 'Przekazane')).toHaveLength(1);
  });
});

describe('a department with an address', () => {
  it('is told what came to it, and not from whom', async () => {
    const address = 'sprawy@zzm.example.com';
    await db.department.update({ where: { code: 'ZZM' }, data: { email: address } });
    const { submission, email } = await reported({
      name: 'CANARY Nazwisko',
      phone: '600700800',
      text: 'CANARY opis',
      address: 'ul. Długa 12',
    });
    await give(submission, await staff('infolinia'), 'forward', {
      department: 'ZZM',
      note: 'CANARY notatka',
    });
    await give(submission, await staff('zzm'), 'resolve', { outcome: 'FIXED', explanation: 'Gotowe.' });
    await give(submission, reporterOf(submission), 'object', { objection: 'CANARY uwaga' });
    await workOffJobs();
    const mails = await mailsTo(address);
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual(['Nowa sprawa', 'Sprawa wraca']);
    const all = mails.map(({ subject, text, html }) => subject + text + html).join('\n');
    expect(all).toContain('ul. Długa 12');
    expect(all).toContain(`http://localhost:3000/staff/zgloszenia/${submission.reference}`);
    for (const secret of ['CANARY', email, '600700800', submission.code, groupTrackingCode(submission.code)])
      expect(all).not.toContain(secret);
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
