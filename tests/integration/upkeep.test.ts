import { rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepHouse } from '#lib/housekeeping.ts';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { logger } from '#lib/platform/logger.ts';
import { sweepCases } from '#lib/submissions/jobs/sweep-cases.ts';
import { transition } from '#lib/submissions/transition.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const rowOf = ({ id }: Case) => db.submission.findUniqueOrThrow({ where: { id } });
const subjects = async () => (await sentMails()).map(({ subject }) => subject.split(':')[0]);
const typesOf = async ({ id }: Case) =>
  (await db.event.findMany({ where: { submissionId: id }, orderBy: { id: 'asc' } })).map(({ type }) => type);

/** The house is kept and everything that follows from it is done, this many days from now. */
async function daysLater(days: number): Promise<Record<string, number>> {
  shiftClock(days * DAY);
  const done = await keepHouse();
  await workOffJobs();
  return done;
}

beforeEach(async () => {
  await workOffJobs();
  await rm(path.join(env.DATA_DIR, 'mail'), { recursive: true, force: true });
});

describe('what time brings about', () => {
  it('an ending nobody objects to is closed after fourteen days, without another mail', async () => {
    const submission = await aSubmission({ email: 'a@example.com' });
    await give(submission, await staff('infolinia'), 'answer', { explanation: 'Tak jest.' });
    await daysLater(13.9);
    expect(await rowOf(submission)).toMatchObject({ status: 'RESOLVED' });
    await daysLater(14.1);
    expect(await rowOf(submission)).toMatchObject({ status: 'CLOSED', outcome: 'ANSWERED' });
    expect(await subjects()).toEqual(['Przyjęte', 'Mamy odpowiedź']);
  });

  it('an open question is repeated once after seven days and ends the case after fourteen', async () => {
    const submission = await aSubmission({ email: 'b@example.com' });
    await give(submission, await staff('infolinia'), 'ask', { question: 'Przy której bramie?' });
    await daysLater(6.9);
    expect(await typesOf(submission)).toEqual(['file', 'ask']);
    await daysLater(7.1);
    await daysLater(8);
    expect(await typesOf(submission)).toEqual(['file', 'ask', 'remind']);
    const reminder = (await sentMails()).at(-1);
    expect(reminder?.text).toContain('Przy której bramie?');
    await daysLater(14.1);
    expect(await rowOf(submission)).toMatchObject({ status: 'RESOLVED', outcome: 'NO_REPLY' });
    expect((await subjects()).at(-1)).toBe('Zakończone bez odpowiedzi');
  });

  it('a question that was answered is not repeated', async () => {
    const submission = await aSubmission();
    await give(submission, await staff('infolinia'), 'ask', { question: 'Gdzie?' });
    await give(submission, reporterOf(submission), 'reply', { reply: 'Tam.' });
    await daysLater(20);
    expect(await typesOf(submission)).toEqual(['file', 'ask', 'reply']);
  });

  it('an idea ends after a year without enough support', async () => {
    const submission = await aSubmission({ kind: 'IDEA', email: 'c@example.com' });
    await give(submission, await staff('infolinia'), 'publish', {});
    await daysLater(364);
    expect(await rowOf(submission)).toMatchObject({ status: 'PUBLISHED' });
    await daysLater(366);
    expect(await rowOf(submission)).toMatchObject({ status: 'CLOSED', outcome: 'EXPIRED' });
    expect(await subjects()).toEqual(['Przyjęte', 'Opublikowane', 'Zabrakło poparcia']);
  });

  it('more cases than fit on one page, each once, also when two workers go round together', async () => {
    const infoline = await staff('infolinia');
    const cases = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => aSubmission()));
    for (const one of cases) await give(one, infoline, 'answer', { explanation: 'Tak.' });
    shiftClock(15 * DAY);
    const closed = await Promise.all([1, 2].map(() => sweepCases('close', undefined, 3)));
    expect(closed.reduce((sum, count) => sum + count, 0)).toBe(cases.length);
    expect(await sweepCases('close', undefined, 3)).toBe(0);
  });

  it('one case that cannot be changed holds up no other', async () => {
    const infoline = await staff('infolinia');
    const [first, second] = [await aSubmission(), await aSubmission()];
    for (const one of [first, second]) await give(one, infoline, 'answer', { explanation: 'Tak.' });
    const logged = vi.spyOn(logger, 'error').mockReturnValue();
    await db.$executeRawUnsafe(
      `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stuck'; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER refuse_one BEFORE UPDATE ON "Submission" FOR EACH ROW
       WHEN (OLD.reference = '${first.reference}') EXECUTE FUNCTION refuse_one()`,
    );
    await daysLater(15);
    await db.$executeRawUnsafe('DROP FUNCTION refuse_one CASCADE');
    expect(await rowOf(second)).toMatchObject({ status: 'CLOSED' });
    expect(logged).toHaveBeenCalledWith(
      'case not swept',
      expect.objectContaining({ reference: first.reference }),
    );
    logged.mockRestore();
  });
});

describe('what the queue lost', () => {
  it('a mail without its job is sent all the same', async () => {
    await aSubmission({ email: 'd@example.com' });
    shiftClock(-2 * MINUTE);
    const event = await db.event.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await planEvent(event.id);
    await db.$executeRaw`DELETE FROM pgboss.job`;
    expect(await daysLater(2 / 1440)).toMatchObject({ overdueNotifications: 1 });
    expect(await subjects()).toEqual(['Przyjęte']);
  });

  it('an event without its job is told all the same', async () => {
    await aSubmission({ email: 'e@example.com' });
    await db.$executeRaw`DELETE FROM pgboss.job`;
    expect(await daysLater(11 / 1440)).toMatchObject({ forgottenEvents: 1 });
    expect(await subjects()).toEqual(['Przyjęte']);
    expect(await daysLater(20 / 1440)).toMatchObject({ forgottenEvents: 0 });
  });

  it('is found behind whatever an import brought after it', async () => {
    const { id } = await aSubmission({ email: 'f@example.com' });
    await db.$executeRaw`DELETE FROM pgboss.job`;
    await db.$executeRaw`
      INSERT INTO "Event" ("submissionId", "type", "at", "actorKind", "visibility", "toStatus", "version")
      SELECT ${id}::uuid, 'note', '2024-03-04'::timestamptz, 'SYSTEM', 'INTERNAL', 'RECEIVED', 1
      FROM generate_series(1, 1200)`;
    expect(await daysLater(11 / 1440)).toMatchObject({ forgottenEvents: 1 });
  });
});

describe('a sweep that fails', () => {
  it('does not keep the others from their turn', async () => {
    const logged = vi.spyOn(logger, 'error').mockReturnValue();
    const broken = vi.spyOn(db.formState, 'deleteMany').mockRejectedValueOnce(new Error('no'));
    const done = await keepHouse('often');
    expect(done).not.toHaveProperty('formStates');
    expect(done).toHaveProperty('tempFiles');
    expect(logged).toHaveBeenCalledWith('sweep failed', expect.objectContaining({ sweep: 'formStates' }));
    broken.mockRestore();
    logged.mockRestore();
  });
});

describe('a case that somebody changes at the same moment', () => {
  it('is left to the workflow, silently', async () => {
    const submission = await aSubmission();
    await give(submission, await staff('infolinia'), 'answer', { explanation: 'Tak.' });
    shiftClock(14.1 * DAY);
    const logged = vi.spyOn(logger, 'error');
    await Promise.all([
      keepHouse('often'),
      transition({
        actor: reporterOf(submission),
        reference: submission.reference,
        command: 'close',
        input: {},
        version: 2,
      }).catch(() => {}),
    ]);
    expect(await rowOf(submission)).toMatchObject({ status: 'CLOSED' });
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });
});
