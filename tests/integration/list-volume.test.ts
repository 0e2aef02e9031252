import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type StaffActor } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { readCursor, readListFilter } from '#lib/submissions/list-filter.ts';
import { gridBox } from '#lib/submissions/map-grid.ts';
import { countUpToSql, unplacedSql } from '#lib/submissions/queries/map-sql.ts';
import { daysSql } from '#lib/submissions/queries/public-find-sql.ts';
import { PUBLIC_SELECT } from '#lib/submissions/queries/public-item.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { publicRows } from '#lib/submissions/queries/public-rows.ts';
import { openNearbySql } from '#lib/submissions/queries/similar.ts';
import { countsSql } from '#lib/submissions/queries/staff-counts.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';
import { conditions, inStatuses, type TabRule, tabRule } from '#lib/submissions/queries/staff-queue-rules.ts';
import { allOf, bringMany } from '#tests/factories/many-cases.ts';
import { planOf } from '#tests/factories/plan.ts';
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

  it.each([
    ['everywhere', 'latarnia', ['latarn']],
    ['long ago', 'sanki', ['sank']],
    ['never together', 'latarnia ławka', ['latarn', 'lawk']],
    ['together long ago', 'latarnia sanki', ['latarn', 'sank']],
    ['rarely', 'żyrandol', ['zyrandol']],
  ])('searched by staff, of words that stand %s', async (_, q, parts) => {
    const infoline = await staff('infolinia');
    const all = await db.submission.findMany({
      where: { AND: parts.map((part) => ({ foldedText: { contains: part } })) },
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
      select: { reference: true },
    });
    const seen: string[] = [];
    let after: string | undefined = '';
    for (let page = 0; page < 4 && after !== undefined; page += 1) {
      const read = await staffQueue(infoline, readQueueFilter({ q, tab: 'all' }, 'triage'), { after }, 'pl');
      seen.push(...namesOf(read));
      after = read.next ?? undefined;
    }
    expect(seen).toEqual(all.slice(0, 100).map(({ reference }) => reference));
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

describe('nothing of it reads all there is', () => {
  const listSql = (actor: StaffActor, query: Record<string, string>) =>
    sql`SELECT s."id" FROM "Submission" s WHERE ${conditions(actor, readQueueFilter({ tab: 'all', ...query }, 'triage'))}
      ORDER BY s."changedAt" DESC, s."id" DESC LIMIT 26`;
  const queueSql = ({ statuses, where }: TabRule) =>
    sql`SELECT s."id" FROM "Submission" s WHERE ${inStatuses(statuses ?? [], sql`s."status" = 'RECEIVED'`)} AND ${where}
      ORDER BY s."dueAt", s."id" LIMIT 26`;
  const everywhere = { kind: 'PROBLEM' as const, lat: 50.06, lng: 19.94 };

  it.each([
    [
      'days',
      async () =>
        daysSql({
          actor: ANONYMOUS,
          filter: readListFilter({ from: '2015-03-10', to: '2015-05-05' }),
          cursor: null,
          backwards: false,
          take: 21,
        }),
      /Index Only Scan using "Submission_month_changedAt_id"/,
      /Seq Scan on "Submission"/,
    ],
    [
      'the counts beside a queue',
      async () => countsSql(await staff('infolinia'), ['new', 'returned', 'departments', 'objected']),
      /Submission_open_/,
      /Seq Scan on "Submission"/,
    ],
    [
      'texts that wait for a look',
      async () => listSql(await staff('infolinia'), { unreleased: '1' }),
      /Submission_unreleased_changedAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'texts that were stopped',
      async () => listSql(await staff('infolinia'), { findings: '1' }),
      /Submission_findings_changedAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'what has no place, of a kind and a category,',
      async () => unplacedSql(readListFilter({ kind: 'IDEA', category: 'kosz' })),
      /MapPoint_(category_strip_y_x|unplaced_submissionId)/,
      /Seq Scan on "MapPoint"/,
    ],
    [
      'what is open in an area',
      async () =>
        countUpToSql(1001, readListFilter({ status: 'open' }), gridBox([19.93, 50.05, 19.95, 50.07])),
      /Index Only Scan using "MapPoint_open_strip_y_x"/,
      /Seq Scan on "MapPoint"/,
    ],
    [
      'objections',
      async () => queueSql(tabRule(await staff('kierownik'), 'triage', 'objected')),
      /Submission_objected_dueAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'what came back twice',
      async () => queueSql(tabRule(await staff('kierownik'), 'triage', 'returned-often')),
      /Submission_returned_often_dueAt_id/,
      /Seq Scan on "Submission"/,
    ],
    [
      'open cases nearby',
      async () => openNearbySql(await staff('infolinia'), everywhere),
      /Index Only Scan using "MapPoint_open_strip_y_x"/,
      /Seq Scan on "(MapPoint|Place)"/,
    ],
  ] as const)('%s are found by their index', async (_, query, index, all) => {
    const plan = await planOf(await query());
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(all);
  });
});
