import { describe, expect, it } from 'vitest';
import { connect, db, inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';

/** Makes two calls meet: each waits until both have come. */
function meetingOfTwo(): () => Promise<void> {
  let open = (): void => undefined;
  let waiting = 2;
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async () => {
    waiting -= 1;
    if (waiting <= 0) open();
    await met;
  };
}

const last = async (year: number) => (await db.referenceCounter.findUniqueOrThrow({ where: { year } })).last;

describe('a transaction', () => {
  const byModel = async (tx: Tx, year: number) => {
    await tx.referenceCounter.update({ where: { year }, data: { last: { increment: 1 } } });
  };
  const bySql = async (tx: Tx, year: number) => {
    await tx.$executeRaw`UPDATE "ReferenceCounter" SET last = last + 1 WHERE year = ${year}`;
  };

  it.each([
    ['model', 2001, byModel],
    ['SQL', 2003, bySql],
  ])('that the server ended for a deadlock runs once more (by %s)', async (_by, year, raise) => {
    await db.referenceCounter.createMany({
      data: [
        { year, last: 0 },
        { year: year + 1, last: 0 },
      ],
    });
    const meet = meetingOfTwo();
    let runs = 0;
    const crosswise = (first: number, second: number) =>
      inTransaction(async (tx) => {
        runs += 1;
        await raise(tx, first);
        await meet();
        await raise(tx, second);
      });
    await Promise.all([crosswise(year, year + 1), crosswise(year + 1, year)]);
    expect(runs).toBe(3);
    expect([await last(year), await last(year + 1)]).toEqual([2, 2]);
  });

  it('that fails for another reason is not repeated and leaves nothing', async () => {
    let runs = 0;
    const attempt = inTransaction(async (tx) => {
      runs += 1;
      await tx.referenceCounter.create({ data: { year: 2005, last: 1 } });
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(runs).toBe(1);
    expect(await db.referenceCounter.findUnique({ where: { year: 2005 } })).toBeNull();
  });
});

describe('moments', () => {
  it('are the same whatever the time zone of the server is', async () => {
    const database = new URL(env.DATABASE_URL ?? '').pathname.slice(1);
    await db.$executeRawUnsafe(`ALTER DATABASE "${database}" SET timezone TO 'Europe/Warsaw'`);
    const fresh = connect(env.DATABASE_URL ?? '');
    const at = new Date('2026-07-01T10:00:00Z');
    await fresh.rateCounter.create({ data: { key: 'moment', windowStart: at, hits: 1 } });
    const row = await fresh.rateCounter.findUniqueOrThrow({ where: { key: 'moment' } });
    await fresh.$disconnect();
    expect(row.windowStart).toEqual(at);
  });
});
