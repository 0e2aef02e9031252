import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as map } from '#app/api/map/route.ts';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { foldMap, sweepEmptyCells } from '#lib/submissions/jobs/fold-map.ts';
import { type ListFilter, readListFilter } from '#lib/submissions/list-filter.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { askMap, CITY, sumOf, wrongCells, wrongPoints } from '#tests/factories/map.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const ZOOMS = [0, 5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22];

async function isRight(): Promise<void> {
  expect(await wrongPoints()).toEqual([]);
  expect(await wrongCells()).toEqual([]);
}

/** The list's filter out of an address, as a page reads it. */
function filterOf(query: string): ListFilter {
  const params = new URLSearchParams(query);
  const values = (name: string) => (params.getAll(name).length > 1 ? params.getAll(name) : params.get(name));
  return readListFilter(
    Object.fromEntries([...params.keys()].map((name) => [name, values(name) ?? undefined])),
  );
}

async function addsUp(query = ''): Promise<number> {
  const { count } = await publicList(ANONYMOUS, filterOf(query), {}, 'pl');
  for (const zoom of ZOOMS) {
    const answer = await askMap(zoom, query);
    expect(sumOf(answer) + answer.unplaced, `zoom ${zoom} ${query}`).toBe(count.shown);
  }
  return count.shown;
}

const spread: Case[] = [];
let sensitive: Case;

/** A row without history: the only kind that can be deleted. */
async function bareCase(): Promise<string> {
  const at = new Date();
  const { id } = await db.submission.create({
    data: {
      id: newId(),
      reference: 'KRK-2019-000001',
      kind: 'PROBLEM',
      categoryCode: 'kosz',
      channel: 'IMPORT',
      receivedAt: at,
      changedAt: at,
      firstAnswerDue: at,
      trackingHash: newId(),
    },
  });
  return id;
}

beforeAll(async () => {
  for (let i = 0; i < 30; i += 1) {
    spread.push(
      await aSubmission({
        category: ['dziura-w-jezdni', 'kosz', 'graffiti'][i % 3]!,
        lat: 50.02 + (i % 6) * 0.012,
        lng: 19.86 + Math.floor(i / 6) * 0.03,
      }),
    );
  }
  for (let i = 0; i < 3; i += 1) await aSubmission({ lat: 50.0617, lng: 19.9373 });
  sensitive = await aSubmission({ category: 'parkowanie', lat: 50.0651, lng: 19.9401 });
  await aSubmission({ kind: 'QUESTION', lat: 50.06, lng: 19.94 });
  await aSubmission({ kind: 'IDEA', lat: 50.055, lng: 19.93 });
  await aSubmission({ described: true });
  await aSubmission({ described: true, category: 'kosz' });
});

describe('the map of everything', () => {
  it('adds up to all public placed cases at every zoom, before and after its notes are folded', async () => {
    await isRight();
    const before = await addsUp();
    expect(before).toBe(30 + 3 + 1 + 1 + 2);
    expect((await askMap(12)).unplaced).toBe(2);
    expect(await foldMap()).toBeGreaterThan(30);
    expect(await db.mapDelta.count()).toBe(0);
    await isRight();
    expect(await addsUp()).toBe(before);
  });

  it.each([
    'kind=PROBLEM',
    'kind=IDEA',
    'kind=QUESTION',
    'status=open',
    'status=done',
    'status=open&status=RECEIVED',
    'category=kosz',
    'category=kosz&category=graffiti',
    'district=1',
    'department=ZDMK',
    'category=kosz&status=open',
    'kind=PROBLEM&status=open',
    'status=done&status=open&district=1&district=2',
    'kind=IDEA&district=1',
    'department=ZDMK&category=kosz',
    'kind=PROBLEM&district=1&status=RECEIVED',
    'from=2020-01-01',
    'to=2020-01-01',
    'q=dziura',
    'status=nonsense&category=%00&district=x&from=yesterday',
  ])('has as many cases as the list with %s', async (query) => {
    const { count } = await publicList(ANONYMOUS, filterOf(query), {}, 'pl');
    for (const zoom of [10, 13, 16, 19]) {
      const answer = await askMap(zoom, query);
      expect(sumOf(answer) + answer.unplaced).toBe(count.shown);
    }
  });

  it('shows a single case by its number and what a mark needs, and a cluster by its count', async () => {
    const near = await askMap(19);
    const one = near.features.find(({ properties }) => properties.reference === spread[0]?.reference);
    expect(one).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [19.86, 50.02] },
      properties: { kind: 'PROBLEM', status: 'RECEIVED', overdue: false, category: 'dziura-w-jezdni' },
    });
    expect(one?.properties.title).toContain('Dziura');
    expect(one?.properties.count).toBeUndefined();
    const far = await askMap(9);
    expect(far.features.length).toBeLessThan(near.features.length);
    expect(Math.max(...far.features.map(({ properties }) => properties.count ?? 1))).toBeGreaterThan(10);
  });

  it('is exact to the edge of a small area', async () => {
    const inside = await askMap(14, '', '19.859,50.019,19.861,50.021');
    expect(inside.features).toHaveLength(1);
    expect(inside.features[0]?.properties.reference).toBe(spread[0]?.reference);
    const { items, count } = await publicList(
      ANONYMOUS,
      readListFilter({ bbox: '19.859,50.019,19.861,50.021' }),
      {},
      'pl',
    );
    expect(items.map(({ reference }) => reference)).toEqual([spread[0]?.reference]);
    expect(count.shown).toBe(1);
  });

  it('knows the language', async () => {
    const answer = await askMap(19, 'lang=en&category=kosz');
    expect(answer.features[0]?.properties.categoryName).not.toMatch(/kosz/i);
  });
});

describe('privacy', () => {
  it('a sensitive case stands in the middle of its district, and nowhere else', async () => {
    const { point } = await publicCase(ANONYMOUS, sensitive.reference, 'pl');
    const answer = await askMap(20, 'category=parkowanie');
    const marks = answer.features.map(({ geometry }) => geometry.coordinates);
    expect(marks).toEqual([[point?.lng, point?.lat]]);
    expect(JSON.stringify(answer)).not.toContain('50.065');
    const there = await askMap(20, 'category=parkowanie', '19.94,50.065,19.9402,50.0652');
    expect(there.features).toEqual([]);
    const { items } = await publicList(
      ANONYMOUS,
      readListFilter({ category: 'parkowanie', bbox: '19.94,50.065,19.9402,50.0652' }),
      {},
      'pl',
    );
    expect(items).toEqual([]);
  });

  it('a category that becomes sensitive takes its points off at once', async () => {
    const filed = await aSubmission({ category: 'plac-zabaw', lat: 50.0333, lng: 19.9111 });
    expect((await askMap(20, 'category=plac-zabaw')).features[0]?.geometry.coordinates).toEqual([
      19.9111, 50.0333,
    ]);
    await db.category.update({ where: { code: 'plac-zabaw' }, data: { sensitive: true } });
    const { point } = await publicCase(ANONYMOUS, filed.reference, 'pl');
    const [mark] = (await askMap(20, 'category=plac-zabaw')).features;
    expect(mark?.geometry.coordinates).toEqual([point?.lng, point?.lat]);
    expect(mark?.geometry.coordinates).not.toEqual([19.9111, 50.0333]);
    await isRight();
  });

  it('work on a case while its category becomes sensitive does not bring its exact point back', async () => {
    const filed = await aSubmission({ category: 'kosz', lat: 50.0337, lng: 19.9117 });
    let work: Promise<unknown> = Promise.resolve();
    await inTransaction(async (tx) => {
      await tx.category.update({ where: { code: 'kosz' }, data: { sensitive: true } });
      const near = db.submission.update({ where: { id: filed.id }, data: { districtNumber: 7 } });
      work = Promise.all([near, aSubmission({ category: 'kosz', lat: 50.0338, lng: 19.9118 })]);
      await sleep(500);
    });
    await work;
    await isRight();
    await db.category.update({ where: { code: 'kosz' }, data: { sensitive: false } });
    await isRight();
  });

  it('an unreleased case is a point without a word of its text or address', async () => {
    await aSubmission({ text: 'Kanarek-treść.', address: 'ul. Kanarkowa 17', lat: 50.09, lng: 20.09 });
    const answer = await askMap(20);
    expect(JSON.stringify(answer)).not.toMatch(/kanar/i);
  });
});

describe('what happens to a case', () => {
  it('moves it on the map: status, department, category, place, withdrawal', async () => {
    const consultant = await staff('infolinia');
    const officer = await staff('zdmk');
    const filed = await aSubmission({ category: 'chodnik', lat: 50.01, lng: 19.88 });
    await give(filed, consultant, 'forward', { department: 'ZDMK' });
    await isRight();
    expect(sumOf(await askMap(12, 'department=ZDMK'))).toBe(1);
    await give(filed, officer, 'take', {});
    expect(sumOf(await askMap(12, 'status=IN_PROGRESS'))).toBe(1);
    await give(filed, officer, 'correct', { category: 'kosz', lat: 50.0717, lng: 20.0379 });
    await isRight();
    expect(sumOf(await askMap(12, 'category=chodnik'))).toBe(0);
    const { features } = await askMap(20, 'status=IN_PROGRESS');
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual([[20.0379, 50.0717]]);
    const before = await askMap(12);
    const own = await aSubmission({ lat: 50.04, lng: 19.97 });
    expect(sumOf(await askMap(12))).toBe(sumOf(before) + 1);
    await give(own, reporterOf(own), 'withdraw', {});
    const after = await askMap(12);
    expect(sumOf(after)).toBe(sumOf(before));
    expect(after.unplaced).toBe(before.unplaced + 1);
    await foldMap();
    await isRight();
    await addsUp();
  });

  it('leaves nothing behind when its place goes, when it becomes a question, or when the case goes', async () => {
    const filed = await aSubmission({ lat: 50.03, lng: 20.01 });
    const other = await aSubmission({ lat: 50.031, lng: 20.011 });
    const { unplaced } = await askMap(12);
    await db.place.delete({
      where: { id: (await db.place.findFirstOrThrow({ where: { submissionId: filed.id } })).id },
    });
    await db.submission.update({ where: { id: filed.id }, data: { districtNumber: null } });
    await isRight();
    expect((await askMap(12)).unplaced).toBe(unplaced + 1);
    await db.submission.update({ where: { id: other.id }, data: { kind: 'QUESTION' } });
    await isRight();
    await db.submission.update({ where: { id: other.id }, data: { kind: 'PROBLEM' } });
    await isRight();
    const bare = await bareCase();
    await foldMap();
    expect(await db.mapPoint.count({ where: { submissionId: bare } })).toBe(1);
    await db.submission.delete({ where: { id: bare } });
    await isRight();
    await foldMap();
    await isRight();
    await sweepEmptyCells();
    expect(await wrongCells()).toEqual([]);
    expect(await db.mapCell.count({ where: { count: 0 } })).toBe(0);
  });

  it('is exact while many people work and the worker folds', async () => {
    const work = Array.from({ length: 12 }, async (_, i) => {
      const filed = await aSubmission({ lat: 50.05 + i * 0.001, lng: 19.95 });
      if (i % 3 === 0) await give(filed, reporterOf(filed), 'withdraw', {});
      else await give(filed, await staff('infolinia'), 'forward', { department: 'ZZM' });
      await foldMap();
    });
    await Promise.all(work);
    await isRight();
  });
});

describe('a request that cannot be read', () => {
  it.each([
    '',
    'zoom=12',
    `bbox=${CITY}`,
    `bbox=${CITY}&zoom=x`,
    `bbox=${CITY}&zoom=-1`,
    `bbox=${CITY}&zoom=99`,
    `bbox=${CITY}&bbox=${CITY}&zoom=12`,
    'bbox=20,50,19,51&zoom=12',
    'bbox=1,2,3&zoom=12',
    'bbox=nan,2,3,4&zoom=12',
  ])('%s is answered by 400', async (query) => {
    const response = await callRoute(map, `/api/map?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, code: 'MALFORMED' });
  });

  it('and one that can is kept by the browser for a little while', async () => {
    const response = await callRoute(map, `/api/map?bbox=${CITY}&zoom=12`);
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d\d$/);
  });
});
