import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { refreshStatistics } from '#lib/statistics/jobs/refresh.ts';
import { periodStatistics } from '#lib/statistics/queries/period.ts';
import type { StatisticsKind } from '#lib/statistics/words.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

type Past = { kind?: 'PROBLEM' | 'IDEA' | 'QUESTION'; received: string; ended?: string; outcome?: string };

let number = 0;

/** A case of the past, as an import writes it; beside every rule but those of the table. */
async function past({ kind = 'PROBLEM', received, ended, outcome }: Past): Promise<string> {
  const category = await db.category.findFirstOrThrow({ where: { kind }, orderBy: { code: 'asc' } });
  const closed = outcome === 'WITHDRAWN' || outcome === 'DUPLICATE' || outcome === 'EXPIRED';
  const at = new Date(received);
  const id = newId();
  number += 1;
  await db.submission.create({
    data: {
      id,
      reference: `KRK-2019-${String(number).padStart(6, '0')}`,
      kind,
      status: !ended ? 'RECEIVED' : closed ? 'CLOSED' : 'RESOLVED',
      outcome: ended ? (outcome as 'FIXED') : null,
      categoryCode: category.code,
      channel: 'IMPORT',
      districtNumber: 3,
      departmentCode: 'ZDMK',
      receivedAt: at,
      changedAt: at,
      firstAnswerDue: at,
      ...(ended && { [closed ? 'closedAt' : 'resolvedAt']: new Date(ended) }),
      trackingHash: `past ${number}`,
    },
  });
  return id;
}

const read = (period: string, kind: StatisticsKind = 'ALL') =>
  periodStatistics(ANONYMOUS, { period, kind, locale: 'pl' });

describe('the figures of a month', () => {
  beforeAll(async () => {
    // Filed in March 2019; ended after 1, 2, 3, 4 and 10 days, one of them refused; two never decided; one still open.
    const days = ['02', '03', '04', '05', '11'];
    for (const [index, day] of days.entries()) {
      const outcome = index === 1 ? 'DECLINED' : 'FIXED';
      await past({ received: '2019-03-01T12:00:00Z', ended: `2019-03-${day}T12:00:00Z`, outcome });
    }
    await past({ received: '2019-03-05T12:00:00Z', ended: '2019-03-06T12:00:00Z', outcome: 'WITHDRAWN' });
    await past({ received: '2019-03-05T12:00:00Z', ended: '2019-03-06T12:00:00Z', outcome: 'DUPLICATE' });
    await past({ kind: 'IDEA', received: '2019-03-05T12:00:00Z' });
    // Begins in the last hour of February in Kraków, and ends in the first one of April.
    await past({ received: '2019-02-28T22:59:00Z', ended: '2019-03-31T22:01:00Z', outcome: 'FIXED' });
    await refreshStatistics();
  });

  it('count what was filed, ended and decided, by the days of Kraków', async () => {
    const march = await read('2019-03');
    expect(march.total).toMatchObject({ filed: 8, ended: 7, decided: 5, successful: 4, share: 0.8 });
    expect(march.byKind.PROBLEM.filed).toBe(7);
    expect(march.byKind.IDEA).toMatchObject({ filed: 1, decided: 0, share: null, median: null });
    expect((await read('2019-02')).total).toMatchObject({ filed: 1, ended: 0 });
    expect((await read('2019-04')).total).toMatchObject({ filed: 0, ended: 1, share: null });
  });

  it('say how long it took: the median and the day by which eight in ten were done', async () => {
    const { total } = await read('2019-03', 'PROBLEM');
    expect(total.median).toBeCloseTo(3);
    expect(total.p80).toBeCloseTo(5.2);
  });

  it('are split by department, district and category, each adding up to the whole', async () => {
    const march = await read('2019-03');
    for (const rows of [march.byDepartment, march.byDistrict, march.byCategory]) {
      expect(rows.reduce((sum, row) => sum + row.filed, 0)).toBe(8);
      expect(rows.reduce((sum, row) => sum + row.successful, 0)).toBe(4);
    }
    expect(march.byDistrict).toMatchObject([{ key: '3', name: 'III Prądnik Czerwony' }]);
    expect(march.byDepartment[0]?.name).toMatch(/dróg/i);
  });

  it('make a year that is worked out from its cases, not added up from months', async () => {
    const year = await read('2019');
    expect(year.total).toMatchObject({ filed: 9, ended: 8, decided: 6, successful: 5 });
    expect(year.total.median).toBeCloseTo(3.5);
  });

  it('follow a change: a later ending moves, a correction counts elsewhere', async () => {
    const id = await past({
      received: '2019-06-01T12:00:00Z',
      ended: '2019-06-02T12:00:00Z',
      outcome: 'FIXED',
    });
    await refreshStatistics();
    expect((await read('2019-06')).total).toMatchObject({ filed: 1, ended: 1 });
    await db.submission.update({
      where: { id },
      data: { resolvedAt: new Date('2019-07-02T12:00:00Z'), districtNumber: 4 },
    });
    await refreshStatistics();
    expect((await read('2019-06')).total).toMatchObject({ filed: 1, ended: 0 });
    expect((await read('2019-06')).byDistrict[0]?.key).toBe('4');
    expect((await read('2019-07')).total).toMatchObject({ filed: 0, ended: 1 });
  });

  it('of a year are not forgotten when the worker is killed between them and those of its months', async () => {
    await past({ received: '2018-05-01T12:00:00Z' });
    await db.$executeRaw`
      CREATE FUNCTION "no_years"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW."period" = '2018' THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$`;
    await db.$executeRaw`
      CREATE TRIGGER "no_years" BEFORE INSERT ON "StatisticsCell" FOR EACH ROW EXECUTE FUNCTION "no_years"()`;
    await expect(refreshStatistics()).rejects.toThrow('killed');
    await db.$executeRaw`DROP FUNCTION "no_years" CASCADE`;
    expect((await read('2018')).total.filed).toBe(0);
    await refreshStatistics();
    expect((await read('2018')).total.filed).toBe(1);
  });

  it('are only worked out where something changed', async () => {
    expect(await refreshStatistics()).toBe(0);
    const id = await past({ received: '2019-09-01T12:00:00Z' });
    expect(await refreshStatistics()).toBe(1);
    await db.submission.update({ where: { id }, data: { reminded: true } });
    expect(await refreshStatistics()).toBe(0);
  });
});

describe('the figures of real work', () => {
  it('know a case from filing to its ending and back', async () => {
    const month = '2031-05';
    shiftClock(new Date('2031-05-05T10:00:00Z').getTime() - Date.now());
    const problem = await aSubmission();
    const withdrawn = await aSubmission();
    const consultant = await staff('infolinia');
    await give(problem, consultant, 'forward', { department: 'ZDMK' });
    await give(problem, await staff('zdmk'), 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    await give(withdrawn, reporterOf(withdrawn), 'withdraw', {});
    await refreshStatistics();
    expect((await read(month)).total).toMatchObject({ filed: 2, ended: 2, decided: 1, successful: 1 });
    expect((await read(month)).total.share).toBeNull();
    await give(problem, reporterOf(problem), 'object', { objection: 'Nadal dziura.' });
    await refreshStatistics();
    expect((await read(month)).total).toMatchObject({ filed: 2, ended: 1, decided: 0, successful: 0 });
  });

  it('count calls by how they ended', async () => {
    const { id } = await db.staffUser.findFirstOrThrow();
    const at = new Date('2019-11-05T10:00:00Z');
    await db.call.createMany({
      data: (['ANSWERED', 'ANSWERED', 'FILED'] as const).map((outcome) => ({
        id: newId(),
        at,
        staffId: id,
        outcome,
      })),
    });
    await refreshStatistics();
    expect((await read('2019-11')).calls).toEqual([
      { outcome: 'ANSWERED', calls: 2 },
      { outcome: 'FILED', calls: 1 },
    ]);
  });
});
