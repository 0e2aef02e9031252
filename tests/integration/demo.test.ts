import { beforeAll, describe, expect, it } from 'vitest';
import { planForgottenEvents } from '#lib/notifications/jobs/plan-event.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { stateOf } from '#lib/submissions/record.ts';
import { seedDemo } from '#prisma/seed/demo.ts';
import { replay } from '#tests/factories/replay.ts';

const everything = () =>
  db.submission.findMany({
    include: {
      events: { orderBy: { id: 'asc' }, include: { staff: true } },
      assignments: true,
      places: true,
      photos: true,
      contact: true,
      messages: true,
    },
    orderBy: { reference: 'asc' },
  });

let cases: Awaited<ReturnType<typeof everything>>;

/** Cuts the demonstration off at its worst: an idea is published, and nobody stands behind it yet. */
async function cutOff(): Promise<void> {
  await db.$executeRaw`
    CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT "kind" FROM "Submission" WHERE "id" = NEW."submissionId") = 'IDEA' THEN RAISE 'cut off'; END IF;
      RETURN NEW;
    END $$`;
  await db.$executeRaw`CREATE TRIGGER cut_off BEFORE INSERT ON "people"."Support" FOR EACH ROW EXECUTE FUNCTION cut_off()`;
  await expect(seedDemo()).rejects.toThrow('cut off');
  await db.$executeRaw`DROP FUNCTION cut_off CASCADE`;
}

beforeAll(async () => {
  await cutOff();
  await seedDemo();
  cases = await everything();
}, 60_000);

describe('demonstration', () => {
  it('has about sixty cases of all kinds, in every state and many districts and departments', () => {
    expect(cases.length).toBeGreaterThanOrEqual(55);
    const statuses = new Set(cases.map((one) => one.status));
    expect([...statuses].sort()).toEqual([
      'CLOSED',
      'FORWARDED',
      'IN_PROGRESS',
      'PUBLISHED',
      'RECEIVED',
      'RESOLVED',
      'UNDER_REVIEW',
    ]);
    expect(new Set(cases.map((one) => one.districtNumber)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(cases.map((one) => one.departmentCode)).size).toBeGreaterThanOrEqual(7);
    const outcomes = new Set(cases.map((one) => one.outcome));
    for (const one of [
      'FIXED',
      'NO_FAULT_FOUND',
      'ANSWERED',
      'OUTSIDE_CITY',
      'DECLINED',
      'DUPLICATE',
      'WITHDRAWN',
    ]) {
      expect(outcomes).toContain(one);
    }
    expect(cases.some((one) => one.dueAt && one.dueAt < now())).toBe(true);
    expect(cases.some((one) => one.hops > 0)).toBe(true);
    expect(cases.some((one) => one.releasedAt === null && one.status === 'RECEIVED')).toBe(true);
  });

  it('lies in the last sixty days, each history in order, references in order of receipt', () => {
    const start = now().getTime() - 61 * 86_400_000;
    for (const one of cases) {
      const times = one.events.map((event) => event.at.getTime());
      expect(times, one.reference).toEqual([...times].sort((a, b) => a - b));
      expect(times[0], one.reference).toBeGreaterThan(start);
      expect(times.at(-1)!, one.reference).toBeLessThanOrEqual(now().getTime());
      expect(one.receivedAt.getTime()).toBe(times[0]);
    }
    const sameYear = cases.filter((one) => one.receivedAt.getUTCFullYear() === now().getUTCFullYear());
    const received = sameYear.map((one) => one.receivedAt.getTime());
    expect(received).toEqual([...received].sort((a, b) => a - b));
  });

  it('replays from its history to the row', () => {
    for (const one of cases) {
      const open = one.assignments.find((assignment) => assignment.endedAt === null)?.departmentCode ?? null;
      expect(replay(one), one.reference).toEqual(stateOf(one, open));
    }
  });

  it('lies in the city, in the district of its point', () => {
    for (const one of cases) {
      if (one.kind === 'QUESTION') continue;
      expect(one.places, one.reference).toHaveLength(1);
      expect(one.places[0]!.districtNumber, one.reference).toBe(one.districtNumber);
      expect(one.districtNumber, one.reference).not.toBeNull();
    }
  });

  it('counts the people behind a case exactly, and they are nobody in particular', async () => {
    const supports = await db.support.findMany();
    for (const one of cases) {
      const behind = supports.filter(({ submissionId }) => submissionId === one.id);
      expect(behind.length, one.reference).toBe(one.supportCount);
      expect(behind.filter(({ name, email, phone }) => name ?? email ?? phone)).toEqual([]);
    }
    expect(cases.filter((one) => one.thresholdAt).length).toBeGreaterThanOrEqual(3);
  });

  it('holds no address anybody could live at, and tells nobody', async () => {
    for (const { contact } of cases)
      expect(contact?.email ?? '@kontakt.example').toMatch(/@kontakt\.example$/);
    expect(await db.notification.count({ where: { state: { not: 'SENT' } } })).toBe(0);
    expect(await planForgottenEvents()).toBe(0);
    const jobs = await db.$queryRaw<
      { name: string }[]
    >`SELECT "name" FROM "pgboss"."job" WHERE "name" <> 'photo.received'`;
    expect(jobs).toEqual([]);
    expect(await db.photo.count()).toBeGreaterThan(8);
  });

  it('changes nothing the second time', async () => {
    await seedDemo();
    expect(await everything()).toEqual(cases);
  }, 30_000);
});
