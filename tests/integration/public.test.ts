import { afterEach, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readCursor, readListFilter } from '#lib/submissions/list-filter.ts';
import { expectation, forgetExpectations } from '#lib/submissions/queries/expectation.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { recentResults } from '#lib/submissions/queries/recent-results.ts';
import { reporterByCode } from '#lib/submissions/queries/reporter.ts';
import { trackedCase } from '#lib/submissions/queries/tracking.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

/** Words that nobody but the reporter and staff may ever read. */
const CANARY = {
  text: 'Kanarek-treść przy bramie, mój PESEL 44051401359.',
  address: 'ul. Kanarkowa 17/3',
  name: 'Kanarek Imienny',
  email: 'kanarek@example.org',
  phone: '600 111 222',
};
const HIDDEN = /kanar|44051401359|600.?111.?222/i;
const DAY = 86_400_000;
const everything = readListFilter({});

async function listed(query: Record<string, string | string[]> = {}) {
  return publicList(ANONYMOUS, readListFilter(query), {}, 'pl');
}

afterEach(() => shiftClock(0));

describe('what anybody may see of a case', () => {
  it('is number, category, status, department, district and point before release, and not a word more', async () => {
    const { reference } = await aSubmission(CANARY);
    const item = await publicCase(ANONYMOUS, reference, 'pl');
    expect(JSON.stringify(item)).not.toMatch(HIDDEN);
    expect(item).toMatchObject({
      reference,
      status: 'RECEIVED',
      text: null,
      address: null,
      district: { number: 1 },
    });
    expect(item.point).toEqual({ lat: 50.0617, lng: 19.9373, precision: 'EXACT' });
    expect(JSON.stringify(await listed())).not.toMatch(HIDDEN);
  });

  it('is the text as it was released, not as it was written, and the address with it', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission({ ...CANARY, address: 'Rynek Główny 2' });
    await give(filed, consultant, 'release', { text: 'Dziura przy bramie.', photos: [] });
    const item = await publicCase(ANONYMOUS, filed.reference, 'pl');
    expect(item).toMatchObject({ text: 'Dziura przy bramie.', address: 'Rynek Główny 2' });
    expect(JSON.stringify(item)).not.toMatch(HIDDEN);
  });

  it('never has the exact point or the address of a sensitive category', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission({ category: 'parkowanie', address: 'ul. Kanarkowa 17/3' });
    await give(filed, consultant, 'release', { text: 'Auto na trawniku.', photos: [] });
    const item = await publicCase(ANONYMOUS, filed.reference, 'pl');
    expect(item.point).toMatchObject({ precision: 'DISTRICT' });
    expect(item.point?.lat).not.toBe(50.0617);
    expect(item.address).toBeNull();
    expect(item.text).toBe('Auto na trawniku.');
  });

  it('is not what staff write to each other, ask the reporter or are told in return', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission();
    await give(filed, consultant, 'note', { note: 'Kanarek-notatka' });
    await give(filed, consultant, 'ask', { question: 'Kanarek-pytanie?' });
    await give(filed, reporterOf(filed), 'reply', { reply: 'Kanarek-odpowiedź' });
    const item = await publicCase(ANONYMOUS, filed.reference, 'pl');
    expect(JSON.stringify(item)).not.toMatch(HIDDEN);
    expect(item.timeline.map(({ type }) => type)).toEqual(['file']);
  });

  it('is nothing at all of a question, by number, list or search', async () => {
    const filed = await aSubmission({ kind: 'QUESTION', text: 'Jak wymienić dowód?' });
    await expect(publicCase(ANONYMOUS, filed.reference, 'pl')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { items } = await listed({ q: filed.reference });
    expect(items).toEqual([]);
    expect((await listed({ kind: 'QUESTION' })).count.shown).toBe(0);
  });

  it('keeps the page of a withdrawn case, without text, address, point and photos', async () => {
    const filed = await aSubmission(CANARY);
    await give(filed, reporterOf(filed), 'withdraw', {});
    const item = await publicCase(ANONYMOUS, filed.reference, 'pl');
    expect(item).toMatchObject({
      status: 'CLOSED',
      outcome: 'WITHDRAWN',
      text: null,
      address: null,
      point: null,
    });
    const own = await trackedCase(reporterOf(filed), 'pl');
    expect(own).toMatchObject({ text: null, photos: [], abilities: [] });
    expect(own.place).toMatchObject({ address: null, description: null });
  });
});

describe('search', () => {
  it('finds released words, in any case, and never unreleased ones', async () => {
    const consultant = await staff('infolinia');
    const open = await aSubmission({ text: 'Zupełnie wyjątkowa żyrandolowa latarnia.' });
    expect((await listed({ q: 'żyrandolowa' })).items).toEqual([]);
    await give(open, consultant, 'release', { photos: [] });
    for (const q of ['ŻYRANDOLOWA latarnia', 'zyrandolowa', 'Rynek 1 żyrandolowa']) {
      expect((await listed({ q })).items.map(({ reference }) => reference)).toEqual([open.reference]);
    }
    await give(open, consultant, 'hide', { reasonCode: 'OTHER', photos: [] });
    expect((await listed({ q: 'żyrandolowa' })).items).toEqual([]);
  });

  it('finds nothing by signs alone or by words shorter than three letters', async () => {
    for (const q of ['%_%', 'w', 'ry']) expect((await listed({ q })).items).toEqual([]);
  });

  it('does not find a sensitive case by its address', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission({ category: 'parkowanie', address: 'ul. Osobliwa 99' });
    await give(filed, consultant, 'release', { text: 'Auto na chodniku.', photos: [] });
    expect((await listed({ q: 'Osobliwa' })).items).toEqual([]);
  });
});

describe('paging by key', () => {
  it('shows every case once, forwards and backwards, also when all changed at the same moment', async () => {
    const at = new Date('2025-01-15T10:00:00Z');
    const filed = await Promise.all(Array.from({ length: 25 }, () => aSubmission({ category: 'kosz' })));
    await db.submission.updateMany({
      where: { id: { in: filed.map(({ id }) => id) } },
      data: { changedAt: at },
    });
    const filter = { ...everything, category: ['kosz'] };
    const first = await publicList(ANONYMOUS, filter, {}, 'pl');
    const second = await publicList(ANONYMOUS, filter, { after: readCursor(first.next ?? undefined) }, 'pl');
    const seen = [...first.items, ...second.items].map(({ reference }) => reference);
    expect(first.items).toHaveLength(20);
    expect(new Set(seen)).toEqual(new Set(filed.map(({ reference }) => reference)));
    expect(seen).toHaveLength(25);
    const back = await publicList(
      ANONYMOUS,
      filter,
      { before: readCursor(second.previous ?? undefined) },
      'pl',
    );
    expect(back.items).toEqual(first.items);
    expect([first.previous, second.next, back.previous]).toEqual([null, null, null]);
  });

  it('takes a forged cursor for none', async () => {
    for (const text of ['', 'x', 'MTIz', '../../etc', `${'9'.repeat(90)}`])
      expect(readCursor(text)).toBeNull();
  });
});

describe('the tracking code', () => {
  it('opens exactly its own case, typed in any way', async () => {
    const filed = await aSubmission();
    const typed = ` ${filed.code.slice(0, 4).toLowerCase()}-${filed.code.slice(4)} `;
    expect(await reporterByCode(typed)).toEqual({ type: 'reporter', submissionId: filed.id });
    expect(
      await reporterByCode(`${filed.code.slice(0, 12)}${filed.code.endsWith('0') ? '1' : '0'}`),
    ).toBeNull();
    expect(await reporterByCode(filed.reference)).toBeNull();
  });

  it('shows the reporter their own words before anybody else, and only the beginning of the address mail goes to', async () => {
    const filed = await aSubmission(CANARY);
    const own = await trackedCase(reporterOf(filed), 'pl');
    expect(own).toMatchObject({ text: CANARY.text, released: false, maskedEmail: 'k…@example.org' });
    expect(own.code.replaceAll('-', '')).toBe(filed.code);
    expect(JSON.stringify(own)).not.toMatch(/Imienny|600111222|kanarek@/);
    await expect(trackedCase(ANONYMOUS, 'pl')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('offers the last word once, for fourteen days', async () => {
    const consultant = await staff('infolinia');
    const filed = await aSubmission();
    expect((await trackedCase(reporterOf(filed), 'pl')).abilities).toEqual(['withdraw', 'edit']);
    await give(filed, consultant, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    expect((await trackedCase(reporterOf(filed), 'pl')).abilities).toEqual(['object', 'close']);
    await give(filed, reporterOf(filed), 'object', { objection: 'Nadal dziura.' });
    await give(filed, consultant, 'resolve', { outcome: 'FIXED', explanation: 'Załatane na dobre.' });
    expect((await trackedCase(reporterOf(filed), 'pl')).abilities).toEqual(['close']);
    const other = await aSubmission();
    await give(other, consultant, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    shiftClock(15 * DAY);
    expect((await trackedCase(reporterOf(other), 'pl')).abilities).toEqual(['close']);
  });
});

describe('the expectation', () => {
  it('is the planned days until twenty cases ended, then half and eight in ten of the real ones', async () => {
    const consultant = await staff('infolinia');
    const pair = { categoryCode: 'graffiti', departmentCode: null };
    expect(await expectation(pair)).toEqual({ basis: 'PLANNED', days: 20 });
    const filed = await Promise.all(Array.from({ length: 20 }, () => aSubmission({ category: 'graffiti' })));
    for (const [index, one] of filed.entries()) {
      await give(one, consultant, 'resolve', { outcome: 'FIXED', explanation: 'Zmyte.' });
      // Monday 5 October 2026 plus 1 to 20 days: weekends are not counted.
      const resolvedAt = new Date(Date.UTC(2026, 9, 5 + Math.floor(index / 5) * 7, 12));
      const receivedAt = new Date('2026-10-05T10:00:00Z');
      await db.submission.update({
        where: { id: one.id },
        data: { receivedAt, resolvedAt },
      });
    }
    forgetExpectations();
    expect(await expectation(pair)).toEqual({ basis: 'MEASURED', median: 5, p80: 15, cases: 20 });
  });
});

describe('the newest results on the home page', () => {
  it('are released cases with an explanation, and nothing of others', async () => {
    const consultant = await staff('infolinia');
    const silent = await aSubmission(CANARY);
    await give(silent, consultant, 'resolve', { outcome: 'FIXED', explanation: 'Zrobione w całości.' });
    const told = await aSubmission({ text: 'Leżące drzewo w parku.' });
    await give(told, consultant, 'release', { photos: [] });
    await give(told, consultant, 'resolve', { outcome: 'FIXED', explanation: 'Drzewo usunięte.' });
    const results = await recentResults(ANONYMOUS, 10, 'pl');
    expect(results.map(({ reference }) => reference)).toContain(told.reference);
    expect(results.map(({ reference }) => reference)).not.toContain(silent.reference);
    expect(JSON.stringify(results)).not.toMatch(HIDDEN);
  });
});
