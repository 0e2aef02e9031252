import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '#lib/access/actor.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { staffCounts } from '#lib/submissions/queries/staff-counts.ts';
import { findTyped } from '#lib/submissions/queries/staff-find.ts';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';
import { DAY } from '#tests/factories/case-state.ts';
import { staff } from '#tests/factories/staff.ts';
import { emptyLists, listed, page } from '#tests/factories/staff-lists.ts';
import { aSubmission, type Case, give } from '#tests/factories/submission.ts';

let infoline: StaffActor;
let zdmk: StaffActor;

beforeAll(async () => {
  infoline = await staff('infolinia');
  zdmk = await staff('zdmk');
});

beforeEach(emptyLists);
afterEach(() => shiftClock(0));

const forward = (submission: Case, department: string) =>
  give(submission, infoline, 'forward', { department });

describe('the infoline’s lists', () => {
  it('hold each open case once: new, returned, with a department, waiting for a reply', async () => {
    const [fresh, returned, away, asked] = [
      await aSubmission(),
      await aSubmission(),
      await aSubmission(),
      await aSubmission(),
    ];
    await forward(returned, 'ZDMK');
    await give(returned, zdmk, 'return', { reasonCode: 'NOT_OURS', reason: 'Teren spółdzielni.' });
    await forward(away, 'ZZM');
    await give(asked, infoline, 'ask', { question: 'Po której stronie?' });
    expect(await listed(infoline, { tab: 'new' })).toEqual([fresh.reference]);
    expect(await listed(infoline, { tab: 'returned' })).toEqual([returned.reference]);
    expect(await listed(infoline, { tab: 'departments' })).toEqual([away.reference]);
    expect(await listed(infoline, { tab: 'waiting' })).toEqual([asked.reference]);
    const count = (cases: number) => ({ shown: cases, more: false });
    expect(await staffCounts(infoline)).toEqual({
      new: count(1),
      mine: count(0),
      'returned-to-me': count(1),
      returned: count(1),
      ideas: count(0),
      departments: count(1),
      waiting: count(1),
      overdue: count(0),
    });
  });

  it('go by what is due first, then by id; what is owed nothing comes last', async () => {
    const cases = [await aSubmission(), await aSubmission(), await aSubmission()];
    const due = ['2026-03-03', '2026-03-01', null];
    for (const [index, one] of cases.entries()) {
      const at = due[index];
      await db.submission.update({ where: { id: one.id }, data: { dueAt: at ? new Date(at) : null } });
    }
    const order = [cases[1], cases[0], cases[2]].map((one) => one?.reference);
    expect(await listed(infoline)).toEqual(order);
  });

  it('begin with what is dangerous, however much else is due before it', async () => {
    const plain = await aSubmission();
    const branch = await aSubmission();
    await db.submission.update({ where: { id: plain.id }, data: { dueAt: new Date('2026-03-01') } });
    await db.submission.update({
      where: { id: branch.id },
      data: { dueAt: new Date('2026-03-09'), categoryCode: 'zwalone-drzewo' },
    });
    expect(await listed(infoline)).toEqual([branch.reference, plain.reference]);
  });

  it('show what is late, in every hand, in one list', async () => {
    const [late, later] = [await aSubmission(), await aSubmission()];
    await forward(late, 'ZDMK');
    shiftClock(60 * DAY);
    expect((await listed(infoline, { tab: 'overdue' })).sort()).toEqual(
      [late.reference, later.reference].sort(),
    );
    expect((await staffCounts(infoline)).overdue?.shown).toBe(2);
    const item = (await page(infoline, { tab: 'overdue' })).items[0];
    expect(item).toMatchObject({ overdue: true });
  });
});

describe('a list page by page', () => {
  const walk = async (
    actor: StaffActor,
    query: Record<string, string>,
  ): Promise<{ forth: string[]; back: string[] }> => {
    const forth: StaffItem[] = [];
    let turn: Record<string, string> = {};
    let last = await page(actor, query);
    for (;;) {
      forth.push(...last.items);
      if (!last.next) break;
      turn = { after: last.next };
      last = await page(actor, query, turn);
    }
    const back = [...last.items];
    while (last.previous) {
      last = await page(actor, query, { before: last.previous });
      back.unshift(...last.items);
    }
    const names = (items: StaffItem[]) => items.map((item) => item.reference);
    return { forth: names(forth), back: names(back) };
  };

  beforeEach(async () => {
    const cases: Case[] = [];
    for (let index = 0; index < 57; index += 1) cases.push(await aSubmission());
    const dangerous = await db.category.findFirstOrThrow({ where: { danger: true, kind: 'PROBLEM' } });
    for (const [index, one] of cases.entries()) {
      const data = {
        departmentCode: 'ZDMK',
        status: index % 2 === 0 ? ('FORWARDED' as const) : ('IN_PROGRESS' as const),
        // Several share a moment, some have none.
        dueAt: index % 7 === 0 ? null : new Date(Date.UTC(2027, 0, 1 + Math.floor(index / 3))),
        ...(index % 5 === 0 && { categoryCode: dangerous.code }),
      };
      await db.submission.update({ where: { id: one.id }, data });
    }
  });

  it.each([
    ['due', 'departments'],
    ['changed', 'departments'],
    ['oldest', 'departments'],
    ['changed', 'all'],
    ['due', 'all'],
  ])(
    'sorted by %s in %s: forth and back are the same, nothing twice and nothing left out',
    async (sort, tab) => {
      const { forth, back } = await walk(infoline, { tab, sort, category: '', status: '' });
      expect(new Set(forth).size).toBe(forth.length);
      expect(forth.length).toBeGreaterThanOrEqual(57);
      expect(back).toEqual(forth);
    },
  );

  it('of a department begins with what is dangerous, then goes by term, then without one', async () => {
    const { forth, back } = await walk(zdmk, { tab: 'today' });
    expect(back).toEqual(forth);
    const rows = await db.submission.findMany({
      where: { reference: { in: forth } },
      select: { reference: true, dueAt: true, category: { select: { danger: true } } },
    });
    const rank = (reference: string) => {
      const row = rows.find((one) => one.reference === reference);
      if (!row?.dueAt) return 2;
      return row.category.danger ? 0 : 1;
    };
    const ranks = forth.map(rank);
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
  });

  it('is one statement, for twenty-five cases as for one', async () => {
    const one = (await listed(infoline, { tab: 'departments' }))[0] ?? '';
    await db.submission.update({ where: { reference: one }, data: { channel: 'LETTER' } });
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    expect((await page(infoline, { tab: 'departments' })).items).toHaveLength(25);
    expect(asked).toHaveBeenCalledTimes(1);
    expect((await page(infoline, { tab: 'departments', channel: 'LETTER' })).items).toHaveLength(1);
    expect(asked).toHaveBeenCalledTimes(2);
    await staffCounts(infoline);
    expect(asked).toHaveBeenCalledTimes(3);
    asked.mockRestore();
  });
});

describe('narrowing and searching', () => {
  it('by category, district, channel, findings and what is not released', async () => {
    const [plain, odd] = [
      await aSubmission({ lat: 50.0617, lng: 19.9373 }),
      await aSubmission({
        channel: 'PHONE',
        text: 'Proszę dzwonić 600 100 200.',
        lat: 50.0721,
        lng: 20.0375,
      }),
    ];
    const row = await db.submission.findUniqueOrThrow({ where: { id: odd.id } });
    await give(plain, infoline, 'release', { photos: [] });
    const only = [odd.reference];
    expect(await listed(infoline, { channel: 'PHONE' })).toEqual(only);
    expect(await listed(infoline, { findings: '1' })).toEqual(only);
    expect(await listed(infoline, { unreleased: '1' })).toEqual(only);
    expect(await listed(infoline, { district: String(row.districtNumber) })).toEqual(only);
    expect(await listed(infoline, { category: 'kosz' })).toEqual([]);
    expect(await listed(infoline, { status: 'FORWARDED', tab: 'new' })).toEqual([]);
    expect(await listed(infoline, { status: 'RECEIVED', tab: 'all' })).toHaveLength(2);
  });

  it('looks for every word, in the text and the address, in all lists', async () => {
    const bench = await aSubmission({ text: 'Złamana ławka przy fontannie', address: 'ul. Długa 14' });
    await aSubmission({ text: 'Złamana gałąź', address: 'ul. Długa 99' });
    await forward(bench, 'ZZM');
    expect(await listed(infoline, { q: 'ławka długa' })).toEqual([bench.reference]);
    expect(await listed(infoline, { q: 'długa 14' })).toEqual([bench.reference]);
    expect(await listed(infoline, { q: 'ławka zielona' })).toEqual([]);
    expect(await listed(infoline, { q: '100%_' })).toEqual([]);
  });

  it('never looks for who reported', async () => {
    await aSubmission({ name: 'Zdzisława Niezwykła', email: 'niezwykla@example.com', phone: '+48600100200' });
    for (const q of ['Niezwykła', 'niezwykla@example.com', '600100200']) {
      expect(await listed(infoline, { q })).toEqual([]);
    }
  });

  it('a number or a code as people type it leads to the case, if it may be seen', async () => {
    const one = await aSubmission();
    const [, year = '', number = ''] = one.reference.split('-');
    for (const typed of [one.reference, ` krk ${year} ${Number(number)}`, one.code, one.code.toLowerCase()]) {
      expect(await findTyped(infoline, typed)).toBe(one.reference);
      expect(await findTyped(zdmk, typed)).toBeNull();
    }
    expect(await findTyped(infoline, 'KRK-2020-000001')).toBeNull();
  });

  it('an address with nonsense in it still shows a list', async () => {
    const nonsense = { tab: 'x', category: "'; DROP", district: '-1', status: 'NO', sort: 'z', q: '' };
    await expect(page(infoline, nonsense, { after: 'rubbish', before: 'rubbish' })).resolves.toBeTruthy();
  });
});
