import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertRoom, hit } from '#lib/platform/limits.ts';
import { snapshots } from '#scripts/web/kept/snapshot.ts';

const url = process.env.DATABASE_URL;
const states = snapshots(url);
const other = new pg.Pool({ connectionString: url, max: 8 });
const ask = (text: string) => other.query(text);

beforeAll(() => ask('CREATE TABLE "Board" ("id" int PRIMARY KEY, "word" int NOT NULL)'));
afterAll(() => Promise.all([states.end(), other.end()]));

/** Whether the state is another one after this. Other test files write into the same server, so a change is looked for twice. */
async function changes(work: () => Promise<unknown>): Promise<boolean> {
  for (let times = 0; times < 50; times += 1) {
    const before = await states.present();
    await work();
    if ((await states.present()) === before) return false;
  }
  return true;
}

/** Several statements on one connection. */
async function inTurn(...statements: string[]): Promise<void> {
  const client = await other.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release();
  }
}

describe('the state of the database', () => {
  let id = 0;
  const write = () => `INSERT INTO "Board" VALUES (${++id}, 0)`;

  it.each([
    ['a row that was added', () => ask(write())],
    ['a row that was changed', () => ask('UPDATE "Board" SET "word" = "word" + 1')],
    ['a transaction', () => inTurn('BEGIN', write(), 'COMMIT')],
    ['a part of a transaction', () => inTurn('BEGIN', 'SAVEPOINT a', write(), 'RELEASE a', 'COMMIT')],
    [
      'what remains of one',
      () => inTurn('BEGIN', write(), 'SAVEPOINT a', write(), 'ROLLBACK TO a', 'COMMIT'),
    ],
    ['a counted request', () => hit('submit', write())],
  ])('is another one after %s', async (_what, work) => expect(await changes(work)).toBe(true));

  it.each([
    ['reading', () => ask('SELECT * FROM "Board"')],
    ['a transaction that reads', () => inTurn('BEGIN', 'SELECT * FROM "Board"', 'COMMIT')],
    ['a change of nothing', () => ask('UPDATE "Board" SET "word" = 1 WHERE "id" < 0')],
    [
      'looking for work in vain',
      () =>
        ask(
          'UPDATE "Board" SET "word" = 1 WHERE "id" IN (SELECT "id" FROM "Board" WHERE "id" < 0 FOR UPDATE SKIP LOCKED)',
        ),
    ],
    ['looking whether a limit is reached', () => assertRoom('submit', 'nobody')],
  ])('is the same after %s', async (_what, work) => expect(await changes(work)).toBe(false));

  it('is another one when what is not to be seen yet comes to be seen', async () => {
    const client = await other.connect();
    await client.query('BEGIN');
    await client.query(write());
    // Others that end in between make it one of those under way.
    await ask(write());
    const before = await states.present();
    await client.query('COMMIT');
    client.release();
    expect(await states.present()).not.toBe(before);
  });

  it('is unknown when the database is away, and is nobody’s fault', async () => {
    const away = snapshots('postgresql://nobody@127.0.0.1:1/nothing');
    expect(await away.present()).toBeUndefined();
    await away.end();
  });
});

describe('two equal states', () => {
  const WRITERS = 6;
  const LOOKS = 300;

  it('are of the same rows, however many write at the same time', async () => {
    await ask('DELETE FROM "Board"');
    await ask('INSERT INTO "Board" SELECT n, 0 FROM generate_series(1, 10) AS n');
    let writing = true;
    const writer = async (number: number) => {
      while (writing) {
        const raise = `UPDATE "Board" SET "word" = "word" + 1 WHERE "id" = ${number + 1}`;
        await inTurn(
          'BEGIN',
          raise,
          'SAVEPOINT a',
          raise,
          number % 2 ? 'ROLLBACK TO a' : 'RELEASE a',
          number % 3 ? 'COMMIT' : 'ROLLBACK',
        );
        await new Promise((resolve) => setTimeout(resolve, number * 2));
      }
    };
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
    const seen = new Map<string, string>();
    let equal = 0;
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const before = await states.present();
      const { rows } = await ask('SELECT * FROM "Board" ORDER BY "id"');
      const after = await states.present();
      if (!before || before !== after) continue;
      const now = JSON.stringify(rows);
      equal += 1;
      expect(seen.get(before) ?? now).toBe(now);
      seen.set(before, now);
    }
    writing = false;
    await writers;
    expect(equal).toBeGreaterThan(5);
    expect(seen.size).toBeGreaterThan(5);
  });
});
