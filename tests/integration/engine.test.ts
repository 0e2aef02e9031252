import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { COMMAND_INPUT } from '#lib/submissions/schema.ts';
import { transition } from '#lib/submissions/transition.ts';
import { aStoredPhoto } from '#tests/factories/photos.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

const rowOf = (reference: string) => db.submission.findUniqueOrThrow({ where: { reference } });
const typesOf = async (submissionId: string) =>
  (await db.event.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })).map(({ type }) => type);

describe('a case on its way', () => {
  it('goes from the infoline to the department and back to the reporter, each step an event', async () => {
    const submission = await aSubmission({ email: 'jan@example.com' });
    const [infoline, officer] = [await staff('infolinia'), await staff('zdmk')];
    await give(submission, infoline, 'forward', { department: 'ZDMK' });
    await give(submission, officer, 'take', {});
    await give(submission, officer, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    await give(submission, reporterOf(submission), 'object', { objection: 'Nadal dziura.' });
    const row = await rowOf(submission.reference);
    expect(row).toMatchObject({ status: 'FORWARDED', outcome: null, departmentCode: 'ZDMK', version: 5 });
    expect(await typesOf(submission.id)).toEqual(['file', 'forward', 'take', 'resolve', 'object']);
    const open = await db.assignment.findMany({ where: { submissionId: submission.id, endedAt: null } });
    expect(open.map(({ departmentCode }) => departmentCode)).toEqual(['ZDMK']);
  });

  it('the second of two people sees a conflict with the state of now, and nothing of theirs is written', async () => {
    const submission = await aSubmission();
    const { version } = await rowOf(submission.reference);
    const [one, two] = [await staff('infolinia'), await staff('infolinia2')];
    const forward = { command: 'forward', reference: submission.reference, version } as const;
    await transition({ ...forward, actor: one, input: { department: 'ZDMK' } });
    await expect(transition({ ...forward, actor: two, input: { department: 'ZZM' } })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { current: { status: 'FORWARDED', version: version + 1 } },
    });
    expect(await typesOf(submission.id)).toEqual(['file', 'forward']);
  });

  it('two people at the very same moment: one of them wins', async () => {
    const submission = await aSubmission();
    const { version } = await rowOf(submission.reference);
    const people = await Promise.all(
      ['infolinia', 'infolinia2', 'kierownik'].map((name) => staff(name as 'infolinia')),
    );
    const results = await Promise.allSettled(
      people.map((actor, i) =>
        transition({
          actor,
          reference: submission.reference,
          command: 'forward',
          input: { department: ['ZDMK', 'ZZM', 'MPO'][i] ?? '' },
          version,
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await typesOf(submission.id)).toEqual(['file', 'forward']);
  });

  it.each(['take', 'resolve', 'return'] as const)(
    'a double click on %s counts once and is not an error',
    async (command) => {
      const submission = await aSubmission();
      const officer = await staff('zdmk');
      await give(submission, await staff('infolinia'), 'forward', { department: 'ZDMK' });
      const { version } = await rowOf(submission.reference);
      const inputs = {
        take: {},
        resolve: { outcome: 'FIXED', explanation: 'Załatane.' },
        return: { reasonCode: 'NOT_OURS', reason: 'To nie nasze.' },
      } as const;
      const click = () =>
        transition({
          actor: officer,
          reference: submission.reference,
          command,
          input: inputs[command],
          version,
        });
      expect(await click()).toMatchObject({ repeated: false });
      expect(await click()).toMatchObject({ repeated: true });
      expect(await typesOf(submission.id)).toEqual(['file', 'forward', command]);
    },
  );

  it('whoever goes back and chooses otherwise hears of a conflict, and is not told that it was done', async () => {
    const submission = await aSubmission();
    const { version } = await rowOf(submission.reference);
    const forward = { actor: await staff('infolinia'), reference: submission.reference, version } as const;
    const to = (department: string) => transition({ ...forward, command: 'forward', input: { department } });
    await to('ZDMK');
    expect(await to('ZDMK')).toMatchObject({ repeated: true });
    await expect(to('ZZM')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await rowOf(submission.reference)).departmentCode).toBe('ZDMK');
  });

  it('a version that nobody ever saw, or none, is refused', async () => {
    const submission = await aSubmission();
    const actor = await staff('infolinia');
    for (const version of [undefined, 0, 99]) {
      const forward = { actor, reference: submission.reference, command: 'forward', version } as const;
      await expect(transition({ ...forward, input: { department: 'ZDMK' } })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
    }
  });

  it('a note needs no version and is in nobody’s way', async () => {
    const submission = await aSubmission();
    const { version } = await rowOf(submission.reference);
    await give(submission, await staff('infolinia'), 'note', { note: 'Telefon od sąsiadki.' });
    expect((await rowOf(submission.reference)).version).toBe(version);
  });

  it('a double click on a note leaves one note, another note is another', async () => {
    const submission = await aSubmission();
    const { version } = await rowOf(submission.reference);
    const actor = await staff('infolinia');
    const write = (note: string) =>
      transition({ actor, reference: submission.reference, command: 'note', input: { note }, version });
    const repeated = [await write('Raz.'), await write('Raz.'), await write('Dwa.')].map(
      (one) => one.repeated,
    );
    expect(repeated).toEqual([false, true, false]);
    expect(await db.message.count({ where: { submissionId: submission.id } })).toBe(2);
  });

  it('a case that nobody filed is not found', async () => {
    const actor = await staff('infolinia');
    await expect(
      transition({ actor, reference: 'KRK-2026-999999', command: 'take', input: {} }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('photos that come with a command', () => {
  const photosOf = (submissionId: string) => db.photo.findMany({ where: { submissionId } });

  it.each(['close', 'edit', 'withdraw'] as const)(
    'are refused with %s: what the reporter sends shows only after somebody looked',
    async (command) => {
      const submission = await aSubmission();
      if (command === 'close') {
        await give(submission, await staff('infolinia'), 'answer', { explanation: 'Już naprawione.' });
      }
      const { version } = await rowOf(submission.reference);
      const sent = transition({
        actor: reporterOf(submission),
        reference: submission.reference,
        command,
        input: { text: 'Inny opis.' },
        version,
        photos: [await aStoredPhoto()],
      });
      await expect(sent).rejects.toMatchObject({ details: { fields: { photos: ['media.notHere'] } } });
      expect(await photosOf(submission.id)).toEqual([]);
      expect((await rowOf(submission.reference)).version).toBe(version);
    },
  );

  it('show at once as the proof of a result, and with an objection only after release', async () => {
    const submission = await aSubmission();
    const actors = { resolve: await staff('infolinia'), object: reporterOf(submission) };
    const inputs = {
      resolve: { outcome: 'FIXED', explanation: 'Załatane.' },
      object: { objection: 'Nadal dziura.' },
    } as const;
    for (const command of ['resolve', 'object'] as const) {
      const { version } = await rowOf(submission.reference);
      await transition({
        actor: actors[command],
        reference: submission.reference,
        command,
        input: inputs[command],
        version,
        photos: [await aStoredPhoto()],
      });
    }
    const shown = (await photosOf(submission.id)).map(({ purpose, releasedAt }) => [
      purpose,
      releasedAt !== null,
    ]);
    expect(shown.sort()).toEqual([
      ['OBJECTION', false],
      ['RESULT', true],
    ]);
  });
});

describe('a correction', () => {
  it('takes away an address that should not be shown; one that is not sent stays', async () => {
    const submission = await aSubmission({ address: 'Długa 1, u Jana Kowalskiego' });
    const infoline = await staff('infolinia');
    const address = async () =>
      (await db.place.findFirstOrThrow({ where: { submissionId: submission.id } })).address;
    await give(submission, infoline, 'correct', COMMAND_INPUT.correct.parse({ district: '4' }));
    expect(await address()).toBe('Długa 1, u Jana Kowalskiego');
    await give(submission, infoline, 'correct', COMMAND_INPUT.correct.parse({ address: ' ' }));
    expect(await address()).toBeNull();
  });
});

describe('what is written', () => {
  it('the number runs on within the year, however many file at once', async () => {
    const filed = await Promise.all(Array.from({ length: 5 }, () => aSubmission()));
    expect(new Set(filed.map(({ reference }) => reference)).size).toBe(5);
  });

  it('events and the audit can be added to, and neither changed nor taken away', async () => {
    const submission = await aSubmission();
    const where = { submissionId: submission.id };
    await expect(db.event.updateMany({ where, data: { type: 'close' } })).rejects.toThrow();
    await expect(db.event.deleteMany({ where })).rejects.toThrow();
    await db.auditEntry.create({ data: { at: new Date('2026-01-01'), actorKind: 'SYSTEM', action: 'test' } });
    await expect(db.auditEntry.updateMany({ data: { action: 'other' } })).rejects.toThrow();
    await expect(db.auditEntry.deleteMany()).rejects.toThrow();
  });

  it('the database itself allows one open assignment for a case', async () => {
    const submission = await aSubmission();
    const assignment = (id: string) => ({
      id,
      submissionId: submission.id,
      departmentCode: 'ZDMK',
      openedAt: new Date('2026-01-01'),
    });
    await db.assignment.create({ data: assignment('5b0e7f1c-3a64-4f0e-9a54-0a6f0d8b5a11') });
    await expect(
      db.assignment.create({ data: assignment('5b0e7f1c-3a64-4f0e-9a54-0a6f0d8b5a12') }),
    ).rejects.toMatchObject({ code: 'P2002' });
  });

  it('the tracking code is stored nowhere, only its hash', async () => {
    const { id, code } = await aSubmission({ email: 'jan@example.com', name: 'Jan' });
    const rows = await db.$queryRaw<{ text: string }[]>`
      SELECT row_to_json(s)::text || coalesce(row_to_json(c)::text, '') || coalesce(string_agg(row_to_json(e)::text, ''), '') AS text
      FROM "Submission" s LEFT JOIN people."Contact" c ON c."submissionId" = s.id LEFT JOIN "Event" e ON e."submissionId" = s.id
      WHERE s.id = ${id}::uuid GROUP BY s.*, c.*`;
    expect(rows[0]?.text).toContain(id);
    expect(rows[0]?.text).not.toContain(code);
  });

  it('a job carries the number of the event and nothing of the person', async () => {
    const { eventId } = await fileAndFindEvent();
    const jobs = await db.$queryRaw<
      { data: object }[]
    >`SELECT data FROM pgboss.job WHERE name = 'event.recorded'`;
    expect(jobs.map(({ data }) => data)).toContainEqual({ eventId });
    expect(JSON.stringify(jobs)).not.toMatch(/canary|example\.com|600.?\d{3}/i);
  });
});

async function fileAndFindEvent() {
  const { id } = await aSubmission({
    name: 'Kanary Canary',
    email: 'canary@example.com',
    phone: '600 000 000',
  });
  const event = await db.event.findFirstOrThrow({ where: { submissionId: id } });
  return { eventId: String(event.id) };
}
