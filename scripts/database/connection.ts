import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, PlainError } from '../plain-error.ts';

const WRONG_PASSWORD = new Set(['28P01', '28000']);
const LOCK_NOT_AVAILABLE = '55P03';

/** Runs `use` with one connection that is closed afterwards. */
export async function withConnection<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that dies ends the connection by an event as well; the query's own error is enough.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One after the other, also where two portals share a database: held until the connection ends. */
export async function holdLock(client: pg.Client, lock: number, patienceSeconds: number): Promise<void> {
  await client.query(`SET lock_timeout = '${patienceSeconds}s'`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
  } catch (error) {
    if (errorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
    throw new PlainError(
      `Another start has been at work on this database for ${patienceSeconds} seconds. Wait until it has ended, then ` +
        'start again.',
      { cause: error },
    );
  }
}

/**
 * Waits until the server answers. A server that recovers after a crash refuses for a while, so this is patient, but
 * gives up as soon as `gone` says that there is no server any more. Resolves to whether it answers.
 */
export async function waitUntilReady(url: string, patienceMs: number, gone: () => boolean): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    try {
      await withConnection(url, async (client) => client.query('SELECT 1'));
      return true;
    } catch (error) {
      if (WRONG_PASSWORD.has(errorCode(error) ?? '')) {
        throw new PlainError(
          'The database does not accept the password kept in DATA_DIR/secrets/postgres-password. Bring back the file ' +
            'that belongs to this database.',
          { cause: error },
        );
      }
    }
    if (gone()) return false;
    await sleep(25);
  }
  return false;
}

/** Creates the database unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withConnection(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}
