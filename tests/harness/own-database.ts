import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, inject } from 'vitest';
import { shiftClock } from '#lib/platform/clock.ts';
import { withConnection } from '#scripts/database/connection.ts';

/**
 * Runs before each test file is imported: clones the template for it and points the settings there, because
 * `lib/platform/env.ts` reads them once, on import.
 */
const template = new URL(inject('templateUrl'));
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
const dataDir = path.join(inject('runFolder'), name);

function addressOf(database: string): string {
  const url = new URL(template);
  url.pathname = `/${database}`;
  return url.href;
}

await withConnection(addressOf('postgres'), (client) =>
  client.query(`CREATE DATABASE "${name}" TEMPLATE "${template.pathname.slice(1)}"`),
);
mkdirSync(dataDir, { recursive: true });
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: addressOf(name),
  DATA_DIR: dataDir,
  APP_URL: 'http://localhost:3000',
  APP_SECRET: 'a secret for tests that is long enough to be taken',
  MAIL_HOLD_SECONDS: '0',
});

afterEach(() => shiftClock(0));

afterAll(async () => {
  const { db } = await import('#lib/platform/db.ts');
  const { stopJobs } = await import('#lib/platform/jobs.ts');
  await stopJobs();
  await db.$disconnect();
  await withConnection(addressOf('postgres'), (client) =>
    client.query(`DROP DATABASE "${name}" WITH (FORCE)`),
  );
  rmSync(dataDir, { recursive: true, force: true });
});
