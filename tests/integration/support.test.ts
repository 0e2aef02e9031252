import { beforeAll, describe, expect, it } from 'vitest';
import { POST as ask } from '#app/api/submissions/[reference]/support/route.ts';
import { POST as act } from '#app/api/supports/[key]/[act]/route.ts';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { LIMITS } from '#lib/platform/limits.ts';
import { sweepSupports } from '#lib/submissions/jobs/sweep-supports.ts';
import { supportKey } from '#lib/submissions/support-key.ts';
import { workOffJobs } from '#tests/factories/jobs.ts';
import { anAddress, mailsTo, subjectsTo } from '#tests/factories/notified.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

const DAY = 86_400_000;

let askers = 0;
/** Each from an address of its own: the limits are another test's matter. */
const from = () => {
  askers += 1;
  return { 'x-client-address': `10.1.${askers >> 8}.${askers & 255}` };
};

async function anIdea(): Promise<Case> {
  const idea = await aSubmission({ kind: 'IDEA', text: 'Ławki w cieniu. Więcej.' });
  await give(idea, await staff('infolinia'), 'publish', {});
  return idea;
}

async function askFor({ reference }: Case, email: string, headers = from()): Promise<Response> {
  const path = `/api/submissions/${reference}/support`;
  return callRoute(ask, path, { form: { email }, params: { reference }, headers });
}

/** The key in the last mail to an address. */
async function keyFor(email: string): Promise<string> {
  await workOffJobs();
  const links = (await mailsTo(email)).at(-1)?.links ?? [];
  return links.flatMap((link) => /\/poparcie\/([0-9A-Z]+)/.exec(link)?.[1] ?? [])[0] ?? '';
}

async function press(key: string, what: 'confirm' | 'withdraw', headers = from()): Promise<Response> {
  return callRoute(act, `/api/supports/${key}/${what}`, { form: {}, params: { key, act: what }, headers });
}

const countOf = async ({ id }: Case) =>
  (await db.submission.findUniqueOrThrow({ where: { id } })).supportCount;

async function supportedBy(submission: Case, email = anAddress()): Promise<{ email: string; key: string }> {
  await askFor(submission, email);
  const key = await keyFor(email);
  await press(key, 'confirm');
  return { email, key };
}

describe('a support', () => {
  let idea: Case;
  beforeAll(async () => {
    idea = await anIdea();
  });

  it('counts when its mailed link was followed and the button pressed, and not before', async () => {
    const email = anAddress();
    const answer = await askFor(idea, email);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/zgloszenia/${idea.reference}?poparcie=wyslane#poparcie`,
    ]);
    const key = await keyFor(email);
    expect(await countOf(idea)).toBe(0);
    expect((await press(key, 'confirm')).headers.get('location')).toBe(`/poparcie/${key}`);
    expect(await countOf(idea)).toBe(1);
  });

  it('is one for an address, however it is written and however often it is confirmed', async () => {
    const before = await countOf(idea);
    const { email, key } = await supportedBy(idea);
    await press(key, 'confirm');
    await askFor(idea, ` ${email.toUpperCase()} `);
    await workOffJobs();
    expect(await countOf(idea)).toBe(before + 1);
    expect(await db.support.count({ where: { submissionId: idea.id, email } })).toBe(1);
  });

  it('is given by whoever is signed in as by anybody: the page offers it to all', async () => {
    const { reference } = await anIdea();
    for (const account of ['infolinia', 'zdmk'] as const) {
      const path = `/api/submissions/${reference}/support`;
      const form = { email: anAddress() };
      const as = await staff(account);
      const asked = await callRoute(ask, path, { form, params: { reference }, headers: from(), as });
      expect(asked.status).toBe(303);
    }
  });

  it('is taken back by the same link, twice is once, and can be given again', async () => {
    const before = await countOf(idea);
    const { key } = await supportedBy(idea);
    await press(key, 'withdraw');
    await press(key, 'withdraw');
    expect(await countOf(idea)).toBe(before);
    await press(key, 'confirm');
    expect(await countOf(idea)).toBe(before + 1);
  });

  it('is counted exactly when fifty people and their second clicks come at once', async () => {
    const other = await anIdea();
    const people = Array.from({ length: 50 }, anAddress);
    await Promise.all(people.map((email) => askFor(other, email)));
    const rows = await db.support.findMany({ where: { submissionId: other.id } });
    const keys = rows.map(({ id, linkVersion }) => supportKey(id, linkVersion));
    await Promise.all([...keys, ...keys].map((key) => press(key, 'confirm')));
    await Promise.all(keys.slice(0, 20).flatMap((key) => [press(key, 'withdraw'), press(key, 'withdraw')]));
    expect(await countOf(other)).toBe(30);
  });
});

describe('nobody learns', () => {
  it('whether an address supports: the answer is the same for a new one, an asked one and one that counts', async () => {
    const idea = await anIdea();
    const { email } = await supportedBy(idea);
    const asked = anAddress();
    await askFor(idea, asked);
    const answers = await Promise.all(
      [email, asked, anAddress()].map(async (one) => {
        const answer = await askFor(idea, one);
        return [answer.status, answer.headers.get('location'), await answer.text()];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('that a mailbox had its share of mails: it gets no more, and the answer stays', async () => {
    const email = anAddress();
    const ideas = await Promise.all(Array.from({ length: LIMITS.supportMailbox.hits + 2 }, anIdea));
    const answers = await Promise.all(ideas.map((idea) => askFor(idea, email)));
    await workOffJobs();
    expect(answers.map(({ status }) => status)).toEqual(ideas.map(() => 303));
    expect(await mailsTo(email)).toHaveLength(LIMITS.supportMailbox.hits);
  });

  it('of a case that is not public, or of a key that is none', async () => {
    const question = await aSubmission({ kind: 'QUESTION' });
    const unread = await aSubmission({ kind: 'IDEA' });
    expect((await askFor(question, anAddress())).status).toBe(404);
    expect((await askFor(unread, anAddress())).status).toBe(409);
    expect((await press('0000000000000', 'confirm')).status).toBe(404);
  });

  it('more than a few guesses at keys', async () => {
    const headers = from();
    for (let i = 0; i < LIMITS.supportGuess.hits; i += 1) await press('0000000000000', 'confirm', headers);
    const { key } = await supportedBy(await anIdea());
    expect((await press(key, 'withdraw', headers)).status).toBe(429);
  });
});

describe('a support that was not confirmed, or was taken back', () => {
  it('is forgotten after seven days, and one that counts is not', async () => {
    const idea = await anIdea();
    const [asked, withdrawn] = [anAddress(), anAddress()];
    await askFor(idea, asked);
    const { key } = await supportedBy(idea, withdrawn);
    await press(key, 'withdraw');
    const { email: counted } = await supportedBy(idea);
    shiftClock(8 * DAY);
    try {
      await sweepSupports();
    } finally {
      shiftClock(0);
    }
    const left = await db.support.findMany({ where: { submissionId: idea.id }, select: { email: true } });
    expect(left).toEqual([{ email: counted }]);
    expect(await countOf(idea)).toBe(1);
  });
});

describe('news of an idea', () => {
  it('go to those whose support counts, with the way out, and to nobody else', async () => {
    const idea = await anIdea();
    const { email: counted } = await supportedBy(idea);
    const { email: gone, key } = await supportedBy(idea);
    await press(key, 'withdraw');
    const asked = anAddress();
    await askFor(idea, asked);
    await workOffJobs();
    await give(idea, await staff('kierownik'), 'start-review', { explanation: 'Sprawdzamy drzewa.' });
    await workOffJobs();
    const [request, news] = await mailsTo(counted);
    expect(request?.unsubscribe).toBeUndefined();
    expect(news?.unsubscribe).toMatch(/\/poparcie\/[0-9A-Z]+$/);
    expect(news?.links).toContain(news?.unsubscribe);
    expect(news?.text).toContain('Sprawdzamy drzewa.');
    expect(news?.links.some((link) => link.includes('/poparcie/'))).toBe(true);
    expect(news?.links.some((link) => link.includes('/sledz/'))).toBe(false);
    expect(await subjectsTo(gone)).toEqual(['Potwierdź poparcie']);
    expect(await subjectsTo(asked)).toEqual(['Potwierdź poparcie']);
  });

  it('keep nobody waiting: whatever else is to be sent goes first', async () => {
    const idea = await aSubmission({ kind: 'IDEA', email: anAddress() });
    await give(idea, await staff('infolinia'), 'publish', {});
    await supportedBy(idea);
    await give(idea, await staff('kierownik'), 'start-review', { explanation: 'Czytamy.' });
    const told = await db.event.findFirstOrThrow({ where: { submissionId: idea.id, type: 'start-review' } });
    await planEvent(told.id);
    const jobs = await db.$queryRaw<{ recipient: string; priority: number }[]>`
      SELECT n."recipient"::text, j.priority FROM pgboss.job j
      JOIN "Notification" n ON n."id"::text = j.data->>'notificationId'
      WHERE n."eventId" = ${told.id}`;
    expect(jobs.sort((a, b) => b.priority - a.priority)).toEqual([
      { recipient: 'REPORTER', priority: 0 },
      { recipient: 'SUPPORTER', priority: -1 },
    ]);
    await workOffJobs();
  });

  it('come once to the author who supports it too', async () => {
    const email = anAddress();
    const idea = await aSubmission({ kind: 'IDEA', email });
    await give(idea, await staff('infolinia'), 'publish', {});
    await supportedBy(idea, email);
    await give(idea, await staff('kierownik'), 'start-review', { explanation: 'Czytamy.' });
    await workOffJobs();
    const told = (await mailsTo(email)).filter(({ text }) => text.includes('Czytamy.'));
    expect(told).toHaveLength(1);
    expect(told[0]?.unsubscribe).toBeUndefined();
    expect(told[0]?.links.some((link) => link.includes('/sledz/'))).toBe(true);
  });
});

describe('the threshold', () => {
  it('is said once, to all who are behind it; whoever withdraws later does not unsay it', async () => {
    const { code } = await db.category.findFirstOrThrow({
      where: { kind: 'IDEA' },
      orderBy: { position: 'asc' },
    });
    await db.category.update({ where: { code }, data: { supportThreshold: 3 } });
    try {
      const idea = await anIdea();
      const people = [await supportedBy(idea), await supportedBy(idea), await supportedBy(idea)];
      await workOffJobs();
      const events = () => db.event.findMany({ where: { submissionId: idea.id, type: 'reach-threshold' } });
      expect((await events()).map(({ data }) => data)).toMatchObject([{ threshold: 3 }]);
      expect(await subjectsTo(people[0]?.email ?? '')).toContain('Próg osiągnięty');
      await press(people[2]?.key ?? '', 'withdraw');
      await supportedBy(idea);
      await workOffJobs();
      expect(await events()).toHaveLength(1);
      expect((await db.submission.findUniqueOrThrow({ where: { id: idea.id } })).thresholdAt).not.toBeNull();
    } finally {
      await db.category.update({ where: { code }, data: { supportThreshold: null } });
    }
  });
});
