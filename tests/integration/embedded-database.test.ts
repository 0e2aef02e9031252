import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { withConnection } from '#scripts/database/connection.ts';
import { migrateDeploy, migrationState } from '#scripts/database/migrate.ts';
import { type Database, startDatabase } from '#scripts/database/server.ts';
import { waitForEnd } from '#scripts/processes.ts';

/** Real servers, one after the other, on one data directory. */
const dataDir = path.join(inject('runFolder'), 'embedded');
const start = (port?: number) => startDatabase({ dataDir, fsync: false, ...(port && { port }) });

let current: Database | undefined;

async function rows(url: string): Promise<number[]> {
  return withConnection(url, async (c) =>
    (await c.query<{ n: number }>('SELECT n FROM kept ORDER BY n')).rows.map((r) => r.n),
  );
}

const keep = (url: string, n: number) =>
  withConnection(url, (client) => client.query('INSERT INTO kept VALUES ($1)', [n]));

describe('the embedded database', () => {
  beforeAll(async () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    current = await start();
    await withConnection(current.url, (client) => client.query('CREATE TABLE kept (n int)'));
    await keep(current.url, 1);
  });

  afterEach(async () => {
    await current?.stop();
  });

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is made in Unicode with Polish order, for its owner only', async () => {
    const locale = await withConnection(current?.url ?? '', async (client) =>
      client.query(
        'SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()',
      ),
    );
    expect(locale.rows).toEqual([{ datlocprovider: 'i', datlocale: 'pl-PL', encoding: 'UTF8' }]);
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o077).toBe(0);
  });

  it('keeps what was written when it is stopped and started', async () => {
    current = await start();
    expect(current.adopted).toBe(false);
    expect(await rows(current.url)).toEqual([1]);
  });

  it('is adopted by the next start when it was left running', async () => {
    const left = await start();
    current = await start();
    expect(current).toMatchObject({ adopted: true, pid: left.pid, url: left.url });
    await current.stop();
    expect(left.isAlive()).toBe(false);
  });

  it('comes back on the same port with everything after kill -9', async () => {
    const killed = await start();
    await keep(killed.url, 2);
    process.kill(killed.pid, 'SIGKILL');
    await waitForEnd(killed.pid, 5_000);
    current = await start(killed.port);
    expect(current).toMatchObject({ adopted: false, url: killed.url });
    expect(await rows(current.url)).toEqual([1, 2]);
  });

  it('starts afresh after a first start that was killed half-way', async () => {
    const halfway = path.join(dataDir, 'again');
    const left = path.join(halfway, 'postgres.new-1234');
    mkdirSync(path.join(left, 'base'), { recursive: true });
    chmodSync(halfway, 0o711);
    current = await startDatabase({ dataDir: halfway, fsync: false });
    expect(existsSync(left)).toBe(false);
    await withConnection(current.url, (client) => client.query('SELECT 1'));
  });

  it('refuses a folder that is no database, in plain words', async () => {
    const wrong = path.join(dataDir, 'wrong');
    mkdirSync(path.join(wrong, 'postgres'), { recursive: true, mode: 0o711 });
    const attempt = startDatabase({ dataDir: wrong, fsync: false });
    await expect(attempt).rejects.toMatchObject({ name: 'PlainError', message: /holds no database/ });
  });
});

describe('migrations', () => {
  it('are all there after a deploy, and a second one has nothing to do', async () => {
    const url = inject('templateUrl');
    expect(await migrationState(url)).toEqual({ pending: [], failed: [], changed: [], unknown: [] });
    expect((await migrateDeploy(url)).applied).toEqual([]);
  });

  it('tell plainly, without the password, when the database cannot be reached', async () => {
    const attempt = migrateDeploy('postgresql://someone:secret@127.0.0.1:1/nowhere');
    await expect(attempt).rejects.toMatchObject({
      name: 'PlainError',
      message: /^(?!.*secret).*127\.0\.0\.1:1\/nowhere/,
    });
  });
});
