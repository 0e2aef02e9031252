import pg from 'pg';

const PATIENCE_MS = 500;

/**
 * Which transactions have ended, as PostgreSQL tells it: two equal answers mean that nothing in the whole database was
 * written in between. Only reading, and writing that finds nothing to write, leaves it as it is. True of the server
 * that writes; a standby tells less.
 */
const QUESTION = 'SELECT pg_current_snapshot()::text AS "snapshot"';

export type Snapshots = {
  /** The state at a moment after the call; undefined when the database does not say. */
  present(): Promise<string | undefined>;
  end(): Promise<void>;
};

/** Asks on a connection of its own. Whoever comes while a question is under way shares the next one. */
export function snapshots(connectionString: string | undefined): Snapshots {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: 'kontakt-pages',
  });
  // A connection that breaks while it is idle is replaced when it is needed.
  pool.on('error', () => undefined);
  const ask = async () => {
    try {
      return (await pool.query<{ snapshot: string }>(QUESTION)).rows[0]?.snapshot;
    } catch {
      return undefined;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<string | undefined> | undefined;
  return {
    present() {
      if (!next) {
        next = last.then(() => {
          next = undefined;
          return ask();
        });
        last = next;
      }
      return next;
    },
    end: () => pool.end(),
  };
}
