import { constants } from 'node:fs';
import { access, readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { db } from './db.ts';
import { env } from './env.ts';
import { memo } from './memo.ts';

type Check = { ok: boolean } & Record<string, string | number | boolean | null>;

/** What is up and what is down: names and numbers, never addresses or settings. */
export type Readiness = { ok: boolean; down: string[]; checks: Record<string, Check> };

const KEPT_MS = 2_000;
const PATIENCE_MS = 2_000;
/** Below this, photos and mails will soon not fit. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;
/** A job or mail that waits longer than this is not being worked on. */
const LONGEST_WAIT_SECONDS = 120;

const DOWN: Check = { ok: false };

/** One check that neither throws nor hangs. */
async function attempt(check: () => Promise<Check>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve(DOWN), PATIENCE_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return DOWN;
  } finally {
    clearTimeout(timer);
  }
}

async function database(): Promise<Check> {
  const began = performance.now();
  await db.$queryRaw`SELECT 1`;
  return { ok: true, milliseconds: Math.round(performance.now() - began) };
}

/** Every migration this program brings is applied. A database that is newer is fine: migrations only ever add first. */
async function migrations(): Promise<Check> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const expected = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  const applied = new Set(rows.map(({ name }) => name));
  const pending = expected.filter((name) => !applied.has(name)).length;
  return { ok: pending === 0, expected: expected.length, pending };
}

async function disk(): Promise<Check> {
  await access(env.DATA_DIR, constants.W_OK);
  const { bavail, bsize } = await statfs(env.DATA_DIR);
  const free = bavail * bsize;
  return { ok: free >= LEAST_FREE_BYTES, freeMegabytes: Math.floor(free / 1024 / 1024) };
}

/** How long the oldest job has been ready without being taken. */
async function jobs(): Promise<Check> {
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT extract(epoch FROM now() - min("start_after"))::float8 AS "seconds" FROM "pgboss"."job"
    WHERE "state" IN ('created', 'retry') AND "start_after" <= now()`;
  return waiting(rows[0]?.seconds ?? 0);
}

/** How long the oldest mail has been due. One that failed is due again later, so a mail server that is away shows here as `failing`. */
async function mail(): Promise<Check> {
  const rows = await db.$queryRaw<{ seconds: number | null; failing: bigint }[]>`
    SELECT extract(epoch FROM now() - min("sendAfter"))::float8 AS "seconds",
      count(*) FILTER (WHERE "lastError" IS NOT NULL) AS "failing"
    FROM "Notification" WHERE "state" = 'PENDING'`;
  return { ...waiting(rows[0]?.seconds ?? 0), failing: Number(rows[0]?.failing ?? 0) };
}

function waiting(seconds: number): Check {
  const oldestSeconds = Math.max(0, Math.round(seconds));
  return { ok: oldestSeconds <= LONGEST_WAIT_SECONDS, oldestSeconds };
}

/** A worker that stopped or was killed is noticed by its heartbeat, after at most three beats. */
async function worker(): Promise<Check> {
  const rows = await db.$queryRaw<{ live: boolean; seconds: number }[]>`
    SELECT "stopped_on" IS NULL AND "heartbeat_on" > now() - "heartbeat_seconds" * interval '3 seconds' AS "live",
      extract(epoch FROM now() - "heartbeat_on")::float8 AS "seconds"
    FROM "pgboss"."instance" WHERE "name" = 'worker' ORDER BY 1 DESC, "heartbeat_on" DESC LIMIT 1`;
  const latest = rows[0];
  return latest ? { ok: latest.live, heartbeatSeconds: Math.max(0, Math.round(latest.seconds)) } : DOWN;
}

const CHECKS = { database, migrations, disk, jobs, mail, worker };

async function look(): Promise<Readiness> {
  const entries = await Promise.all(
    Object.entries(CHECKS).map(async ([name, check]) => [name, await attempt(check)] as const),
  );
  const down = entries.filter(([, { ok }]) => !ok).map(([name]) => name);
  return { ok: down.length === 0, down, checks: Object.fromEntries(entries) };
}

const kept = memo(KEPT_MS, look);

/** Whether this instance can serve. Looked up at most every two seconds, however often it is asked; never throws. */
export function readiness(): Promise<Readiness> {
  return kept.get();
}
