import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { db } from '#lib/platform/db.ts';
import { groupTrackingCode } from '#lib/platform/ids.ts';
import { logger } from '#lib/platform/logger.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { anAddress, lastEvent, mailsTo, reported, rowsOf, subjectsTo } from '#tests/factories/notified.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

beforeEach(() => {
  vi.spyOn(logger, 'warn').mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

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
    expect(mail?.text).toContain('już nie ma');
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
