import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withConnection } from '../database/connection.ts';
import { migrateDeploy } from '../database/migrate.ts';
import { type Database, startDatabase } from '../database/server.ts';
import { runStep } from '../supervisor/step.ts';
import { multiply } from './multiply.ts';

/** What every measure is compared with. */
export const SMALL_ROWS = 10_000;

export type Databases = { dataDir: string; small: string; big: string; remove(): Promise<void> };

/** A server of its own with two databases, one of ten thousand made-up cases and one of `rows`. */
export async function makeDatabases(rows: number, say: (line: string) => void): Promise<Databases> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kontakt-bench-'));
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const server = await startDatabase({ dataDir, fsync: false, database: 'small' });
  const remove = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    return { dataDir, ...(await fill(server, dataDir, rows, say)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function fill(server: Database, dataDir: string, rows: number, say: (line: string) => void) {
  const address = (name: string) => server.url.replace(/\/small$/, `/${name}`);
  say(`Making up ${SMALL_ROWS} cases …`);
  await migrateDeploy(server.url);
  await fillStep(server.url, dataDir, SMALL_ROWS);
  await withConnection(address('postgres'), (client) =>
    client.query('CREATE DATABASE "big" TEMPLATE "small"'),
  );
  say(`Making ${rows} of them …`);
  await withConnection(address('big'), (client) => multiply(client, rows, say));
  await fillStep(address('big'), dataDir, 0);
  for (const name of ['small', 'big']) {
    await withConnection(address(name), (client) => client.query('VACUUM ANALYZE'));
  }
  return { small: address('small'), big: address('big') };
}

function fillStep(url: string, dataDir: string, rows: number): Promise<void> {
  return runStep({
    what: 'Filling the database',
    args: ['--conditions=react-server', 'scripts/bench/fill.ts', String(rows)],
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir },
  });
}
