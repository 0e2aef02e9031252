import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { planForgottenEvents } from '#lib/notifications/jobs/plan-event.ts';
import { cityDay, cityMidnight, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { sweepCases } from '#lib/submissions/jobs/sweep-cases.ts';
import { readListFilter } from '#lib/submissions/list-filter.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { stateOf } from '#lib/submissions/record.ts';
import { IDEA_THRESHOLD } from '#lib/submissions/words.ts';
import { seedDemoVoices } from '#prisma/seed/demo-voices.ts';
import { DemoYears } from '#prisma/seed/demo-years.ts';
import { replay } from '#tests/factories/replay.ts';

const ROWS = 1200;

const until = cityMidnight(cityDay(now()));

beforeAll(() => new DemoYears(ROWS, until).bring(), 60_000);

describe('the made-up years of the demonstration', () => {
  it('are there up to yesterday, with histories that replay', async () => {
    const cases = await db.submission.findMany({
      include: { events: { orderBy: { id: 'asc' } }, assignments: { where: { endedAt: null } } },
    });
    expect(cases).toHaveLength(ROWS);
    for (const one of cases) {
      expect(replay(one), one.reference).toEqual(stateOf(one, one.assignments[0]?.departmentCode ?? null));
      expect(one.receivedAt.getTime()).toBeLessThan(until.getTime());
    }
    const statuses = new Set(cases.map(({ status }) => status));
    for (const status of ['CLOSED', 'IN_PROGRESS', 'PUBLISHED'] as const) expect(statuses).toContain(status);
  });

  it('are shown with their texts and answers, but for questions, and nobody hears of them', async () => {
    const page = await publicList(ANONYMOUS, readListFilter({ status: 'done' }), {}, 'pl');
    expect(page.items.every(({ text, kind }) => text !== null && kind !== 'QUESTION')).toBe(true);
    expect(await db.message.count({ where: { visibility: 'PUBLIC' } })).toBeGreaterThan(ROWS / 2);
    expect(await planForgottenEvents()).toBe(0);
    expect(await db.notification.count()).toBe(0);
  });

  it('hold no idea that time alone would end today', async () => {
    expect(await sweepCases('expire')).toBe(0);
  });

  it('have as many people behind an idea that the city weighs as it says are needed', async () => {
    await seedDemoVoices();
    const ideas = await db.submission.findMany({
      where: { kind: 'IDEA', status: { in: ['PUBLISHED', 'UNDER_REVIEW', 'ACCEPTED'] } },
      select: { status: true, supportCount: true },
    });
    expect(ideas.length).toBeGreaterThan(0);
    for (const { status, supportCount } of ideas)
      expect(supportCount >= IDEA_THRESHOLD, `${status} with ${supportCount}`).toBe(status !== 'PUBLISHED');
  });

  it('have numbers of their years, in order of receipt', async () => {
    const cases = await db.submission.findMany({ orderBy: { receivedAt: 'asc' } });
    const references = cases.map(({ reference }) => reference);
    expect(references).toEqual([...references].sort());
  });

  it('come only once', async () => {
    await new DemoYears(ROWS, until).bring();
    expect(await db.submission.count()).toBe(ROWS);
  });
});
