import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';
import { foldMap } from '#lib/submissions/jobs/fold-map.ts';
import { readListFilter } from '#lib/submissions/list-filter.ts';
import { gridBox } from '#lib/submissions/map-grid.ts';
import {
  countedCellsSql,
  countUpToSql,
  keptCellsSql,
  keptTotalsSql,
} from '#lib/submissions/queries/map-sql.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { askMap, sumOf, wrongCells, wrongPoints } from '#tests/factories/map.ts';
import { planOf } from '#tests/factories/plan.ts';

/** Many cases at once, as an import brings them: rows by the thousand in one statement. */
const MANY = 10_000;
const HERE = gridBox([19.93, 50.055, 19.95, 50.067]);
const CITY = gridBox([19.75, 49.95, 20.25, 50.15]);
const everything = readListFilter({});

async function bringMany(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Submission" ("id", "reference", "kind", "status", "outcome", "categoryCode", "channel", "findings",
      "departmentCode", "districtNumber", "receivedAt", "changedAt", "firstAnswerDue", "trackingHash")
    SELECT gen_random_uuid(), 'KRK-2015-' || lpad(n::text, 6, '0'), 'PROBLEM',
      (CASE WHEN n % 40 = 0 THEN 'RECEIVED' ELSE 'CLOSED' END)::"Status",
      (CASE WHEN n % 40 <> 0 THEN 'FIXED' END)::"Outcome",
      (ARRAY['kosz', 'graffiti', 'chodnik', 'znak', 'lawka', 'drzewo', 'boisko', 'kratka'])[1 + n % 8], 'IMPORT', '{}',
      (ARRAY['ZDMK', 'ZZM', 'MPO'])[1 + n % 3], 1 + n % 18, at, at, at, 'many' || n
    FROM generate_series(1, ${MANY}::integer) n, LATERAL (SELECT '2015-01-01'::timestamptz + n * interval '10 minutes') t(at)`;
  await db.$executeRaw`
    INSERT INTO "Place" ("id", "submissionId", "lat", "lng", "precision", "source")
    SELECT gen_random_uuid(), "id", 49.98 + n % 173 * 0.0008, 19.8 + n % 211 * 0.0018, 'EXACT', 'STAFF'
    FROM (SELECT "id", substr("reference", 10)::integer AS n FROM "Submission" WHERE "trackingHash" LIKE 'many%') each
    WHERE n % 50 <> 0`;
}

beforeAll(async () => {
  await bringMany();
  await foldMap();
  await db.$executeRaw`ANALYZE`;
}, 120_000);

describe('many cases', () => {
  it('are counted exactly, whatever the zoom, and as the list counts them', async () => {
    expect(await wrongPoints()).toEqual([]);
    expect(await wrongCells()).toEqual([]);
    for (const query of [
      '',
      'status=open',
      'category=kosz',
      'category=kosz&status=open',
      'kind=PROBLEM&district=3',
    ]) {
      const filter = readListFilter(Object.fromEntries(new URLSearchParams(query)));
      const { count, unplaced } = await publicList(ANONYMOUS, filter, {}, 'pl');
      for (const zoom of [9, 11, 13, 16, 19]) {
        const answer = await askMap(zoom, query);
        expect(answer.unplaced).toBe(unplaced);
        expect(answer.features.length).toBeLessThanOrEqual(4096);
        if (!count.more) expect(sumOf(answer) + answer.unplaced).toBe(count.shown);
      }
    }
  });

  it('are counted in whole cells where there are many, and the answer says which area that was', async () => {
    const bbox = '19.853,50.003,20.101,50.101';
    const far = await askMap(13, '', bbox);
    const [west = 0, south = 0, east = 0, north = 0] = far.bbox;
    expect(west).toBeLessThan(19.853);
    expect(east).toBeGreaterThan(20.101);
    const { count } = await publicList(
      ANONYMOUS,
      readListFilter({ bbox: [west, south, east, north].join() }),
      {},
      'pl',
    );
    expect(count.more || Math.abs(count.shown - sumOf(far)) < 5).toBe(true);
    const near = await askMap(17, '', '19.93,50.055,19.95,50.067');
    expect(near.bbox).toEqual([19.93, 50.055, 19.95, 50.067].map((degrees) => expect.closeTo(degrees, 5)));
  });

  it('change together: one statement, one round of notes, as many as there are cases', async () => {
    await db.$executeRaw`UPDATE "Submission" SET "departmentCode" = 'MPO' WHERE "districtNumber" = 7`;
    expect(await wrongCells()).toEqual([]);
    await foldMap();
    expect(await wrongCells()).toEqual([]);
  });
});

describe('no answer reads all there is', () => {
  const open = readListFilter({ category: 'kosz', status: 'open' });

  it.each([
    ['the city from cells', () => keptCellsSql(['all'], CITY, 14)],
    ['one filter from cells', () => keptCellsSql(['status:RECEIVED', 'status:FORWARDED'], CITY, 14)],
    ['the count of a list', () => keptTotalsSql(['category:kosz'])],
    ['an area, point by point', () => countedCellsSql(everything, HERE, 20)],
    ['an area and two filters', () => countedCellsSql(open, HERE, 20)],
    ['a week', () => countedCellsSql(readListFilter({ from: '2015-03-01', to: '2015-03-07' }), CITY, 14)],
    ['the count of an area', () => countUpToSql(1001, everything, HERE)],
  ])('%s is found by an index', async (_, query) => {
    const plan = await planOf(query());
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toMatch(/Seq Scan on "(MapCell|MapPoint|Submission)"/);
  });

  it('turning the pages of a filtered list neither', async () => {
    const plan =
      await planOf(Prisma.sql`SELECT "id" FROM "Submission" WHERE "categoryCode" = 'kosz' AND "kind" <> 'QUESTION'
      ORDER BY "changedAt" DESC, "id" DESC LIMIT 21`);
    expect(plan).toMatch(/Index Scan using "Submission_\w*changedAt_id_idx"/);
  });
});
