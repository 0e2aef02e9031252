import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { readCursor, readListFilter } from '#lib/submissions/list-filter.ts';
import { PUBLIC_SELECT } from '#lib/submissions/queries/public-item.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { publicRows } from '#lib/submissions/queries/public-rows.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';
import type { Status } from '#lib/submissions/words.ts';
import { allOf, bringMany } from '#tests/factories/many-cases.ts';
import { staff } from '#tests/factories/staff.ts';

const { sql } = Prisma;

const pageOf = (
  query: Record<string, string>,
  turn: { after?: string | null; before?: string | null } = {},
) =>
  publicList(
    ANONYMOUS,
    readListFilter(query),
    { after: readCursor(turn.after ?? undefined), before: readCursor(turn.before ?? undefined) },
    'pl',
  );
const namesOf = ({ items }: { items: { reference: string }[] }) => items.map(({ reference }) => reference);

beforeAll(async () => {
  await bringMany();
  await db.$executeRaw`VACUUM ANALYZE`;
}, 120_000);

const statusOf = ({ tab, status }: { tab: string; status?: string }): Prisma.SubmissionWhereInput =>
  tab === 'ended' ? { status: { in: ['RESOLVED', 'CLOSED'] } } : { status: status as Status | undefined };

const word = (text: string) => sql`s."searchText" LIKE ${`%${text}%`}`;
const since = (day: string) => sql`s."receivedAt" >= ${day}::timestamp AT TIME ZONE 'Europe/Warsaw'`;
const until = (day: string) => sql`s."receivedAt" < ${day}::timestamp AT TIME ZONE 'Europe/Warsaw'`;

const SMALL = sql`p."lng" BETWEEN 19.9 AND 19.95 AND p."lat" BETWEEN 50.0 AND 50.05`;
const LARGE = sql`p."lng" BETWEEN 19.85 AND 20.3`;

describe('a list of many is the same as looking at every case', () => {
  it.each([
    ['a word that is everywhere', { q: 'latarnia' }, word('latarnia')],
    ['a word of long ago', { q: 'sanki' }, word('sanki')],
    ['a rare word', { q: 'żyrandol' }, word('zyrandol')],
    ['a long word that ends like another', { q: 'przylatarnia' }, sql`FALSE`],
    ['a part of a word', { q: 'yrando' }, word('yrando')],
    [
      'a common word and a rare one',
      { q: 'Latarnia żyrandol' },
      sql`${word('latarnia')} AND ${word('zyrandol')}`,
    ],
    ['two common words', { q: 'opis latarnia' }, sql`${word('opis')} AND ${word('latarnia')}`],
    ['a word in a district', { q: 'lawka', district: '5' }, sql`${word('lawka')} AND s."districtNumber" = 5`],
    ['a word that nobody wrote', { q: 'nosorożec' }, sql`FALSE`],
    [
      'some weeks',
      { from: '2015-03-10', to: '2015-05-05' },
      sql`${since('2015-03-10')} AND ${until('2015-05-06')}`,
    ],
    [
      'a day',
      { from: '2015-03-31', to: '2015-03-31' },
      sql`${since('2015-03-31')} AND ${until('2015-04-01')}`,
    ],
    ['everything since', { from: '2015-09-30' }, since('2015-09-30')],
    [
      'everything until',
      { to: '2015-02-10', status: 'done' },
      sql`${until('2015-02-11')} AND s."status" = 'CLOSED'`,
    ],
    ['days before there was anything', { to: '2001-01-01' }, sql`FALSE`],
    [
      'a word and days',
      { q: 'latarnia', from: '2015-06-01' },
      sql`${word('latarnia')} AND ${since('2015-06-01')}`,
    ],
    ['a small area', { bbox: '19.9,50.0,19.95,50.05' }, SMALL],
    ['a large area', { bbox: '19.85,49.9,20.3,50.2' }, LARGE],
    [
      'a large area, open',
      { bbox: '19.85,49.9,20.3,50.2', status: 'open' },
      sql`${LARGE} AND s."status" = 'FORWARDED'`,
    ],
    [
      'a large area and days',
      { from: '2015-05-01', bbox: '19.85,49.9,20.3,50.2' },
      sql`${LARGE} AND ${since('2015-05-01')}`,
    ],
    [
      'a large area and a word',
      { q: 'latarnia', bbox: '19.85,49.9,20.3,50.2' },
      sql`${LARGE} AND ${word('latarnia')}`,
    ],
    [
      'a large area and a word of long ago',
      { q: 'sanki', bbox: '19.85,49.9,20.3,50.2' },
      sql`${LARGE} AND ${word('sanki')}`,
    ],
    [
      'an area and days',
      { from: '2015-03-01', bbox: '19.9,50.0,19.95,50.05' },
      sql`${SMALL} AND ${since('2015-03-01')}`,
    ],
    [
      'an area and a word',
      { q: 'latarnia', bbox: '19.9,50.0,19.95,50.05' },
      sql`${SMALL} AND ${word('latarnia')}`,
    ],
  ] as [string, Record<string, string>, Prisma.Sql][])('%s', async (_, query, where) => {
    const all = await allOf(where);
    const first = await pageOf(query);
    expect(namesOf(first)).toEqual(all.slice(0, 20));
    expect(first.previous).toBeNull();
    if (first.count.more) expect(first.count.shown).toBeLessThan(all.length);
    else expect(first.count.shown).toBe(all.length);
    if (first.count.more) expect(first.count.shown).toBeGreaterThanOrEqual(20);
    expect(first.next === null).toBe(all.length <= 20);
    if (!first.next) return;
    const second = await pageOf(query, { after: first.next });
    expect(namesOf(second)).toEqual(all.slice(20, 40));
    const back = await pageOf(query, { before: second.previous });
    expect(back).toEqual(first);
  });

  it('to its last page', async () => {
    const narrow = sql`${word('lawka')} AND s."categoryCode" = 'kosz' AND s."districtNumber" = 4`;
    for (const [query, where] of [
      [{ q: 'lawka', category: 'kosz', district: '4' }, narrow],
      [{ from: '2015-11-25' }, since('2015-11-25')],
    ] as [Record<string, string>, Prisma.Sql][]) {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page = await pageOf(query, { after });
        seen.push(...namesOf(page));
        after = page.next;
      }
      expect(seen.length).toBeGreaterThan(40);
      expect(seen).toEqual(await allOf(where));
    }
  });

  it('has the rows that the client would give', async () => {
    const rows = await db.submission.findMany({ select: PUBLIC_SELECT, orderBy: { id: 'asc' }, take: 300 });
    expect(rows.some(({ places, district }) => places.length === 0 || !district)).toBe(true);
    expect(await publicRows(rows.map(({ id }) => id))).toEqual(rows);
  });

  it('of a common word says how many were met, and that there are more', async () => {
    const { count, unplaced } = await pageOf({ q: 'latarnia' });
    expect(count.more).toBe(true);
    expect(count.shown).toBeGreaterThan(500);
    expect(unplaced).toBeNull();
    expect((await pageOf({ q: 'sanki' })).count).toEqual({
      shown: (await allOf(word('sanki'))).length,
      more: false,
    });
  });

  it('says how many have no place, where it counts them', async () => {
    const count = (where: Prisma.Sql) => allOf(sql`${where} AND p."id" IS NULL`).then(({ length }) => length);
    expect((await pageOf({ q: 'zyrandol' })).unplaced).toBe(await count(word('zyrandol')));
    expect((await pageOf({ from: '2015-10-01' })).unplaced).toBe(await count(since('2015-10-01')));
  });

  describe.each([
    ['by their change', { tab: 'all' }, [{ changedAt: 'desc' }, { id: 'desc' }]],
    [
      'by their term',
      { tab: 'all', sort: 'due' },
      [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    ],
    ['that have ended', { tab: 'ended', sort: 'oldest' }, [{ changedAt: 'asc' }, { id: 'asc' }]],
    ['of one status', { tab: 'all', status: 'CLOSED' }, [{ changedAt: 'desc' }, { id: 'desc' }]],
    ['that are open', { tab: 'all', status: 'FORWARDED' }, [{ changedAt: 'desc' }, { id: 'desc' }]],
  ])('searched by staff among cases %s', (_, asked, orderBy) => {
    it.each([
      ['everywhere', 'latarnia', ['latarn']],
      ['long ago', 'sanki', ['sank']],
      ['never together', 'latarnia ławka', ['latarn', 'lawk']],
      ['together long ago', 'latarnia sanki', ['latarn', 'sank']],
      ['rarely', 'żyrandol', ['zyrandol']],
    ])('of words that stand %s', async (_, q, parts) => {
      const infoline = await staff('infolinia');
      const all = await db.submission.findMany({
        where: { AND: [...parts.map((part) => ({ foldedText: { contains: part } })), statusOf(asked)] },
        orderBy: orderBy as Prisma.SubmissionOrderByWithRelationInput[],
        select: { reference: true },
      });
      const seen: string[] = [];
      let after: string | undefined = '';
      for (let page = 0; page < 4 && after !== undefined; page += 1) {
        const read = await staffQueue(infoline, readQueueFilter({ q, ...asked }, 'triage'), { after }, 'pl');
        seen.push(...namesOf(read));
        after = read.next ?? undefined;
      }
      expect(seen).toEqual(all.slice(0, 100).map(({ reference }) => reference));
    });
  });

  it('at the desk of a department: dangerous ones first, then by term', async () => {
    const officer = await staff('zdmk');
    await db.category.update({ where: { code: 'graffiti' }, data: { danger: true } });
    const all = await allOf(
      sql`s."departmentCode" = 'ZDMK' AND s."status" = 'FORWARDED' AND s."dueAt" IS NOT NULL`,
    );
    const rows = await db.submission.findMany({ where: { reference: { in: all } } });
    const danger = (code: string) => (code === 'graffiti' ? 0 : 1);
    rows.sort(
      (a, b) =>
        danger(a.categoryCode) - danger(b.categoryCode) ||
        Number(a.dueAt) - Number(b.dueAt) ||
        (a.id < b.id ? -1 : 1),
    );
    const seen: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await staffQueue(
        officer,
        readQueueFilter({ tab: 'to-take' }, 'department'),
        { after },
        'pl',
      );
      seen.push(...namesOf(page));
      after = page.next ?? undefined;
    }
    expect(seen).toEqual(rows.map(({ reference }) => reference));
  });
});
