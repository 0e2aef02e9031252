import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { now, shiftClock } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { forgetPeople } from '#lib/privacy/jobs/forget-people.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

const NAME = 'Kanarka Żółtodzioba';
const TEXT = 'Latarnia nie świeci, mieszkam obok.';
let email = '';
let filed: Case;

const aLife = () => aSubmission({ name: NAME, email, phone: '+48601234567', text: TEXT });

beforeEach(async () => {
  email = `kanarka-${newId()}@example.org`;
  filed = await aLife();
});

const rowOf = ({ id }: Case) =>
  db.submission.findUniqueOrThrow({ where: { id }, include: { contact: true } });

describe('a case that closed long ago', () => {
  it('is parted from its person after two years, and keeps its words', async () => {
    await db.submission.update({
      where: { id: filed.id },
      data: { status: 'CLOSED', outcome: 'ANSWERED', closedAt: now() },
    });
    shiftClock(720 * 86_400_000);
    await forgetPeople();
    expect((await rowOf(filed)).contact).toMatchObject({ email });
    shiftClock(740 * 86_400_000);
    await forgetPeople();
    expect(await rowOf(filed)).toMatchObject({
      text: TEXT,
      contact: { name: null, email: null, emailHash: null },
    });
  });
});

describe('a case that is opened again while people are being forgotten', () => {
  const DAYS = 740 * 86_400_000;
  const opened = { status: 'FORWARDED', outcome: null, closedAt: null } as const;
  const closed = { status: 'CLOSED', outcome: 'ANSWERED' } as const;

  /** Forgets while somebody has opened the case again and it is not kept yet. */
  async function forgetDuring(reopened: Case): Promise<void> {
    let forgetting = Promise.resolve(0);
    await inTransaction(async (tx) => {
      await tx.submission.update({ where: { id: reopened.id }, data: opened });
      forgetting = forgetPeople();
      await Promise.race([forgetting, someoneWaits()]);
    });
    await forgetting;
  }

  async function someoneWaits(): Promise<void> {
    for (let asked = 0; asked < 200; asked += 1) {
      const [row] = await db.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      if (row?.waiting) return;
      await sleep(20);
    }
  }

  it('keeps its person and its supporters', async () => {
    await db.submission.update({ where: { id: filed.id }, data: { ...closed, closedAt: now() } });
    const support = { id: newId(), submissionId: filed.id, email: 'glos@example.org', keyHash: newId() };
    await db.support.create({ data: { ...support, createdAt: now(), verifiedAt: now() } });
    shiftClock(DAYS);
    await forgetDuring(filed);
    expect((await rowOf(filed)).contact).toMatchObject({ email });
    const kept = await db.support.findUniqueOrThrow({ where: { id: support.id } });
    expect(kept).toMatchObject({ email: support.email, erasedAt: null });
  });

  it('keeps the person who waits for its news too', async () => {
    const other = await aSubmission();
    await give(filed, await staff('infolinia'), 'duplicate', { of: other.reference });
    await db.submission.update({ where: { id: other.id }, data: { ...closed, closedAt: now() } });
    shiftClock(DAYS);
    await forgetDuring(other);
    expect((await rowOf(filed)).contact).toMatchObject({ email });
  });
});

describe('a case that was closed because another one tells the same', () => {
  it('keeps its person as long as they wait for news of that one', async () => {
    const other = await aSubmission();
    await give(filed, await staff('infolinia'), 'duplicate', { of: other.reference });
    shiftClock(800 * 86_400_000);
    await forgetPeople();
    expect((await rowOf(filed)).contact).toMatchObject({ email });
    await db.submission.update({
      where: { id: other.id },
      data: { status: 'CLOSED', outcome: 'FIXED', closedAt: now() },
    });
    await forgetPeople();
    expect((await rowOf(filed)).contact).toMatchObject({ email });
    shiftClock(1600 * 86_400_000);
    await forgetPeople();
    expect((await rowOf(filed)).contact).toMatchObject({ name: null, email: null });
  });
});

describe('a category with a time of its own', () => {
  it('parts the person from its cases then, and one without it at the usual time', async () => {
    const short = await aSubmission({
      category: 'kosz',
      name: NAME,
      email,
      phone: '+48601234567',
      text: TEXT,
    });
    await db.category.update({ where: { code: 'kosz' }, data: { contactMonths: 3 } });
    for (const { id } of [filed, short])
      await db.submission.update({
        where: { id },
        data: { status: 'CLOSED', outcome: 'ANSWERED', closedAt: now() },
      });
    shiftClock(85 * 86_400_000);
    await forgetPeople();
    expect((await rowOf(short)).contact).toMatchObject({ name: NAME });
    shiftClock(95 * 86_400_000);
    await forgetPeople();
    expect((await rowOf(short)).contact).toMatchObject({ name: null, email: null, phoneHash: null });
    expect((await rowOf(filed)).contact).toMatchObject({ name: NAME });
    await db.category.update({ where: { code: 'kosz' }, data: { contactMonths: null } });
  });

  it('forgets more people in one night than it takes at once', async () => {
    const cases = await Promise.all(Array.from({ length: 3 }, () => aLife()));
    const rows = await db.support.createManyAndReturn({
      data: Array.from({ length: 620 }, (_, number) => ({
        id: newId(),
        submissionId: cases[number % 3]?.id ?? '',
        channel: 'WEB',
        locale: 'pl',
        email: `poparcie-${number}@example.org`,
        emailHash: `h${number}${newId()}`,
        keyHash: newId(),
        createdAt: now(),
        verifiedAt: now(),
      })),
      select: { id: true },
    });
    await db.submission.updateMany({
      where: { id: { in: cases.map(({ id }) => id) } },
      data: { status: 'CLOSED', outcome: 'ANSWERED', closedAt: now() },
    });
    shiftClock(800 * 86_400_000);
    await forgetPeople();
    const left = { id: { in: rows.map(({ id }) => id) }, email: { not: null } };
    expect(await db.support.count({ where: left })).toBe(0);
  });
});

describe('a promise to call back', () => {
  it('that nobody kept in two years no longer says whom to call', async () => {
    const { id: staffId } = await staff('infolinia');
    const call = { id: newId(), at: now(), staffId, outcome: 'CALL_BACK', topic: 'Śmieci' } as const;
    await db.call.create({ data: { ...call, callBackAt: now() } });
    await db.callBack.create({
      data: { callId: call.id, name: NAME, phone: '+48601234567', phoneHash: 'x' },
    });
    const kept = () => db.callBack.findUniqueOrThrow({ where: { callId: call.id } });
    shiftClock(720 * 86_400_000);
    await forgetPeople();
    expect(await kept()).toMatchObject({ name: NAME });
    shiftClock(740 * 86_400_000);
    await forgetPeople();
    expect(await kept()).toMatchObject({ name: null, phone: null, phoneHash: null });
  });
});
