import path from 'node:path';
import { ROOT } from '../paths.ts';
import { errorCode, isDiskFull, PlainError } from '../plain-error.ts';
import { holdLock, withConnection } from './connection.ts';
import {
  type AppliedMigration,
  compareMigrations,
  type MigrationState,
  readMigrations,
} from './migration-state.ts';
import { runPrisma } from './prisma-cli.ts';

const MIGRATIONS = path.join(ROOT, 'prisma', 'migrations');
const UNDEFINED_TABLE = '42P01';

const APPLIED = `
  SELECT migration_name AS name, checksum, logs,
         finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack"
  FROM _prisma_migrations ORDER BY started_at`;

/** What an address says of itself without its password. */
function safely(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

function unreachable(url: string, error: unknown): never {
  const { message } = error instanceof AggregateError ? (error.errors[0] as Error) : (error as Error);
  throw new PlainError(
    `The database at ${safely(url)} cannot be reached (${message}). Check that it runs, and DATABASE_URL.`,
    { cause: error },
  );
}

/** Which migrations the database has and lacks. Throws PlainError when it cannot be reached. */
export async function migrationState(url: string): Promise<MigrationState> {
  const files = readMigrations(MIGRATIONS);
  try {
    const rows = await withConnection(
      url,
      async (client) => (await client.query<AppliedMigration>(APPLIED)).rows,
    );
    return compareMigrations(files, rows);
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return compareMigrations(files, []);
    return unreachable(url, error);
  }
}

/** What went wrong, out of the CLI's output or the log that it keeps in the database. */
function reason(output: string): string {
  const from = output.indexOf('Error:');
  const text = (from < 0 ? output : output.slice(from)).split('\n   0: ')[0] ?? '';
  return text
    .replace(/^(Error: )?external connector error\s+Error querying the database: /, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function failed(detail: string): never {
  if (isDiskFull(detail)) throw new PlainError('There is no space left on the disk for the database.');
  throw new PlainError(`The database could not be brought up to date. ${detail}`);
}

function refuseFailed(state: MigrationState): void {
  const [first] = state.failed;
  if (!first) return;
  failed(
    `The migration ${first.name} failed${first.logs ? ` (${reason(first.logs)})` : ''}. Nothing of it was kept. ` +
      `Mend it, run "npx node scripts/database/cli.ts prisma migrate resolve --rolled-back ${first.name}" and start again.`,
  );
}

/** Prisma's own: held by whoever applies migrations. */
const MIGRATION_LOCK = 72_707_369;
const LOCK_PATIENCE_SECONDS = 60;

/**
 * A migration that was begun and is not under way any more, without a word of why: whoever applied it was killed, and
 * nothing of it was kept (see `withNote` in scripts/schema-engine.mjs). It is marked so and will be applied anew.
 */
async function giveUpInterrupted(url: string): Promise<void> {
  await withConnection(url, async (client) => {
    await holdLock(client, MIGRATION_LOCK, LOCK_PATIENCE_SECONDS);
    await client.query(`
      UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NULL`);
  });
}

/** As it is when nobody else works on it. */
async function settledState(url: string): Promise<MigrationState> {
  const state = await migrationState(url);
  if (!state.failed.some(({ logs }) => logs === null)) return state;
  await giveUpInterrupted(url);
  return migrationState(url);
}

export type MigrationResult = { applied: string[]; changed: string[]; unknown: string[] };

/**
 * Applies the migrations the database lacks and then looks whether they are truly there, because the CLI may end with
 * exit code 0 without having done its work. Does not start the CLI when there is nothing to apply.
 */
export async function migrateDeploy(url: string): Promise<MigrationResult> {
  const before = await settledState(url);
  refuseFailed(before);
  if (before.pending.length > 0) {
    const { output } = await runPrisma(['migrate', 'deploy'], url);
    const after = await migrationState(url);
    refuseFailed(after);
    if (after.pending.length > 0) failed(reason(output));
  }
  return { applied: before.pending, changed: before.changed, unknown: before.unknown };
}
