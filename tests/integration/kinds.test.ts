import { describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { joinCase } from '#lib/submissions/commands/join.ts';
import { sweepCases } from '#lib/submissions/jobs/sweep-cases.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { trackedCase } from '#lib/submissions/queries/tracking.ts';
import { stateOf } from '#lib/submissions/record.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { anAddress, mailsTo } from '#tests/factories/notified.ts';
import { replay } from '#tests/factories/replay.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const DAY = 86_400_000;
const AS_IDEA = {
  kind: 'IDEA',
  category: 'pomysl-zielen',
  explanation: 'Inni też mogą tego chcieć.',
} as const;

async function whole({ id }: Case) {
  const row = await db.submission.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { id: 'asc' } }, assignments: { where: { endedAt: null } } },
  });
  return { row, state: stateOf(row, row.assignments[0]?.departmentCode ?? null) };
}

async function expectReplayed(submission: Case) {
  const { row, state } = await whole(submission);
  expect(replay(row)).toEqual(state);
}

describe('a problem that is an idea', () => {
  it('becomes one when its reporter agrees: anew, unread, under its number and link', async () => {
    const email = anAddress();
    const problem = await aSubmission({ email, text: 'Przydałyby się ławki. Dużo ławek.' });
    const consultant = await staff('infolinia');
    await give(problem, consultant, 'release', { photos: [] });
    await give(problem, consultant, 'forward', { department: 'ZDMK' });
    await give(problem, await staff('zdmk'), 'propose-kind', AS_IDEA);
    const reporter = reporterOf(problem);
    expect(await trackedCase(reporter, 'pl')).toMatchObject({
      proposedKind: 'IDEA',
      abilities: expect.arrayContaining(['accept-kind', 'refuse-kind']),
    });
    await give(problem, reporter, 'accept-kind', {});
    const { row } = await whole(problem);
    expect(row).toMatchObject({
      kind: 'IDEA',
      status: 'RECEIVED',
      categoryCode: 'pomysl-zielen',
      reference: problem.reference,
      title: 'Przydałyby się ławki',
      publicText: null,
      searchText: null,
      departmentCode: null,
      proposedKind: null,
      proposedCategory: null,
      firstAnsweredAt: null,
      assignments: [],
    });
    expect(row.dueAt).toEqual(row.firstAnswerDue);
    await expectReplayed(problem);
    const { timeline } = await trackedCase(reporter, 'pl');
    expect(timeline.map(({ type, kind }) => [type, kind])).toEqual([
      ['accept-kind', 'IDEA'],
      ['propose-kind', 'PROBLEM'],
      ['forward', 'PROBLEM'],
      ['file', 'PROBLEM'],
    ]);
    await workOffJobs();
    const texts = (await mailsTo(email)).map(({ text }) => text);
    expect(texts.some((text) => text.includes(AS_IDEA.explanation))).toBe(true);
    expect(texts.some((text) => text.includes('jest teraz pomysłem'))).toBe(true);
  });

  it('stays one when its reporter refuses, and when no answer comes: that ends nothing', async () => {
    const [refused, silent] = [await aSubmission(), await aSubmission()];
    const consultant = await staff('infolinia');
    for (const one of [refused, silent]) await give(one, consultant, 'propose-kind', AS_IDEA);
    await give(refused, reporterOf(refused), 'refuse-kind', {});
    shiftClock(15 * DAY);
    try {
      await sweepCases('remind');
      await sweepCases('no-reply');
      expect(await sweepCases('lapse-kind')).toBe(1);
    } finally {
      shiftClock(0);
    }
    for (const one of [refused, silent]) {
      expect((await whole(one)).row).toMatchObject({
        kind: 'PROBLEM',
        status: 'RECEIVED',
        waitingOn: 'NONE',
        proposedKind: null,
        proposedCategory: null,
      });
      await expectReplayed(one);
    }
  });

  it('is not proposed to be what it is, nor with a category of another kind', async () => {
    const problem = await aSubmission();
    const consultant = await staff('infolinia');
    const wrong = { ...AS_IDEA, kind: 'PROBLEM' } as const;
    await expect(give(problem, consultant, 'propose-kind', wrong)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
    const mixed = { ...AS_IDEA, category: 'pytanie-inne' };
    await expect(give(problem, consultant, 'propose-kind', mixed)).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('a private question', () => {
  it('that became a problem shows nothing of what was said in private', async () => {
    const question = await aSubmission({ kind: 'QUESTION', text: 'Sąsiad z parteru pali śmieci.' });
    const consultant = await staff('infolinia');
    await give(question, consultant, 'forward', { department: 'WSS' });
    await give(question, consultant, 'answer', { explanation: 'TAJNA ODPOWIEDŹ.' });
    await give(question, reporterOf(question), 'object', { objection: 'To nie jest odpowiedź.' });
    const { code } = await db.category.findFirstOrThrow({ where: { kind: 'PROBLEM' } });
    await give(question, consultant, 'convert', {
      kind: 'PROBLEM',
      category: code,
      reason: 'Zgoda w rozmowie telefonicznej.',
    });
    const shown = await publicCase(ANONYMOUS, question.reference, 'pl');
    expect(shown).toMatchObject({ kind: 'PROBLEM', text: null, title: null, photos: [] });
    expect(shown.timeline.map(({ type }) => type)).toEqual(['convert']);
    expect(JSON.stringify(shown)).not.toMatch(/TAJNA|parteru|telefonicznej/);
    await expectReplayed(question);
  });

  it('is converted only with a word on who agreed, and by the infoline alone', async () => {
    const question = await aSubmission({ kind: 'QUESTION' });
    const how = { ...AS_IDEA, reason: 'Zgoda na miejscu.' };
    await expect(give(question, reporterOf(question), 'convert', how)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await give(question, await staff('kierownik'), 'convert', how);
    const [message] = await db.message.findMany({ where: { submissionId: question.id, role: 'REASON' } });
    expect(message).toMatchObject({ text: 'Zgoda na miejscu.', visibility: 'INTERNAL' });
  });
});

describe('an idea that became a question', () => {
  it('tells those who supported it nothing of what is answered to its author', async () => {
    const email = anAddress();
    const idea = await aSubmission({ kind: 'IDEA' });
    const consultant = await staff('infolinia');
    await give(idea, consultant, 'publish', {});
    await warmUpJobs();
    const person = { name: null, email, phone: null };
    await inTransaction((tx) => joinCase(tx, consultant, idea.id, person, 'PHONE'));
    const category = 'pytanie-inne';
    await give(idea, consultant, 'convert', { kind: 'QUESTION', category, reason: 'Zgoda w rozmowie.' });
    await give(idea, consultant, 'answer', { explanation: 'TAJNA ODPOWIEDŹ.' });
    await workOffJobs();
    expect((await mailsTo(email)).map(({ text }) => text).join()).not.toContain('TAJNA');
  });
});
