import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '#lib/generated/prisma/client.ts';
import { env } from './env.ts';

const POOL_SIZE = 5;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const TRANSACTION_WAIT_MS = 4_000;
const TRANSACTION_TIMEOUT_MS = 8_000;
const RETRY_PAUSE_MS = 60;

/** Where a process without a database would connect: its name is the error message. A build never does. */
const NO_DATABASE = 'postgresql://none@database-url-is-not-set.invalid/none';

/** A client with its own pool of connections. The application uses `db`; scripts and tests may open another. */
export function connect(url: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // The adapter reads every timestamptz as if it were in UTC, whatever the server's time zone is.
    options: '-c TimeZone=UTC',
  });
  return new PrismaClient({ adapter });
}

const cache = globalThis as typeof globalThis & { kontaktDb?: PrismaClient };

/** The one database client of this process. Connects on the first query. */
export const db: PrismaClient = cache.kontaktDb ?? connect(env.DATABASE_URL ?? NO_DATABASE);
cache.kontaktDb = db;

/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** Either of both: for queries that also run inside a transaction. */
export type Db = PrismaClient | Tx;

function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === 'P2034') return true;
  // Raw queries report it in the driver's words: serialization failure or deadlock.
  const meta = error.meta as { driverAdapterError?: { cause?: { kind?: string } } } | undefined;
  return meta?.driverAdapterError?.cause?.kind === 'TransactionWriteConflict';
}

/**
 * Runs `work` in one transaction. Keep it short and free of files, mail and network: it holds one of few connections.
 * Runs it once more when PostgreSQL ended it for a deadlock or a serialization failure, so `work` must not change
 * anything but the database. `timeout` is for the rare work that touches very many rows.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  timeout = TRANSACTION_TIMEOUT_MS,
): Promise<T> {
  const run = () => db.$transaction(work, { maxWait: TRANSACTION_WAIT_MS, timeout });
  try {
    return await run();
  } catch (error) {
    if (!isConflict(error)) throw error;
    // At once it could take the row from the other transaction before that wakes up, and meet it again.
    await sleep(RETRY_PAUSE_MS);
    return run();
  }
}
