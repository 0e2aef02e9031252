import { afterEach, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { trackedCase } from '#lib/submissions/queries/tracking.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

const DAY = 86_400_000;
const row = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });

afterEach(() => shiftClock(0));

describe('a question to the reporter', () => {
  it('survives being forwarded, and its answer arrives', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission();
    await give(filed, consultant, 'ask', { question: 'Przy której bramie?' });
    await give(filed, consultant, 'forward', { department: 'ZDMK' });
    expect(await row(filed.id)).toMatchObject({ status: 'FORWARDED', waitingOn: 'REPORTER' });
    await give(filed, reporterOf(filed), 'reply', { reply: 'Przy drugiej.' });
    expect(await row(filed.id)).toMatchObject({ status: 'FORWARDED', waitingOn: 'NONE' });
  });

  it('is repeated without getting in the way of whoever is writing', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission();
    await give(filed, consultant, 'ask', { question: 'Przy której bramie?' });
    const before = await row(filed.id);
    shiftClock(8 * DAY);
    await give(filed, { type: 'system' }, 'remind', {});
    expect(await row(filed.id)).toMatchObject({ reminded: true, version: before.version });
  });
});

describe('a case that is opened again', () => {
  it('has a new term for the fix from that day on', async () => {
    const officer = await staff('zdmk');
    const filed = await aSubmission();
    await give(filed, await staff('infolinia'), 'forward', { department: 'ZDMK' });
    await give(filed, officer, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    const ended = await row(filed.id);
    shiftClock(10 * DAY);
    await give(filed, reporterOf(filed), 'object', { objection: 'Dziura wróciła.' });
    const reopened = await row(filed.id);
    expect(ended.dueAt).toBeNull();
    expect(reopened.fixDue?.getTime()).toBeGreaterThan(Date.now() + 10 * DAY);
    expect(reopened.dueAt).toEqual(reopened.fixDue);
  });
});

describe('personal data that a typed address holds', () => {
  it('is found like that of the text, also after the text was changed', async () => {
    const filed = await aSubmission({ text: 'Dziura.', address: 'Długa 12, tel. 600 100 200' });
    expect((await row(filed.id)).findings).toEqual(['PHONE']);
    await give(filed, reporterOf(filed), 'edit', { text: 'Duża dziura.' });
    expect((await row(filed.id)).findings).toEqual(['PHONE']);
  });
});

describe('an idea', () => {
  it('is released by publishing it, and not before', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission({ kind: 'IDEA', text: 'Ławki w cieniu.' });
    await expect(give(filed, consultant, 'release', { photos: [] })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
    await give(filed, consultant, 'publish', {});
    expect(await row(filed.id)).toMatchObject({ status: 'PUBLISHED', publicText: 'Ławki w cieniu.' });
  });
});

describe('a refusal', () => {
  it('is kept of somebody with a name, and not of strangers, who could fill the audit', async () => {
    const filed = await aSubmission();
    const auditor = await hire('AUDITOR');
    await expect(give(filed, auditor, 'take', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(give(filed, ANONYMOUS, 'take', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const kept = await db.auditEntry.findMany({
      where: { subject: filed.reference, action: 'command.refused' },
    });
    expect(kept.map(({ staffId }) => staffId)).toEqual([auditor.id]);
  });
});

describe('the infoline', () => {
  it('is nobody to forward to: a case that nobody could take would be lost', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission({ category: 'graffiti' });
    await expect(give(filed, consultant, 'forward', { department: 'KCK' })).rejects.toMatchObject({
      code: 'INVALID',
      details: { fields: { department: ['validation.departmentInfoline'] } },
    });
    expect((await staffCase(consultant, filed.reference, 'pl')).proposal).toBeNull();
  });
});

describe('the photos of the first report', () => {
  it('are shown whatever event they came with', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission();
    const event = await db.event.findFirstOrThrow({ where: { submissionId: filed.id } });
    const id = newId();
    await db.photo.create({
      data: {
        id,
        submissionId: filed.id,
        eventId: event.id,
        purpose: 'REPORT',
        state: 'READY',
        bytes: 1,
        sha256: id,
        createdAt: event.at,
      },
    });
    await give(filed, consultant, 'release', { photos: [id] });
    expect((await publicCase(ANONYMOUS, filed.reference, 'pl')).photos.map((photo) => photo.id)).toEqual([
      id,
    ]);
    expect((await trackedCase(reporterOf(filed), 'pl')).photos.map((photo) => photo.id)).toEqual([id]);
  });
});
