/**
 * Brings the reference data up to date, and with `--demo` adds the demo set unless this database has had it before:
 * `node --conditions=react-server scripts/seed.ts [--demo]`, with DATABASE_URL.
 */
import { audit } from '#lib/platform/audit.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { seedDemo } from '#prisma/seed/demo.ts';
import { seedDemoYears } from '#prisma/seed/demo-years.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { withConnection } from './database/connection.ts';
import { runScript } from './run-script.ts';

/** Any number, as long as nobody else uses it. */
const SEED_LOCK = 72_707_370;
const LOCK_PATIENCE = '120s';

/** Noted in the audit, so that a demo account somebody removed does not come back with the next start. */
async function seedDemoOnce(): Promise<void> {
  const done = await db.auditEntry.findFirst({ where: { subject: 'demo', action: 'demo.seeded' } });
  if (done) return;
  await seedDemoYears(env.DEMO_CASES);
  await seedDemo();
  await audit({ action: 'demo.seeded', actorKind: 'SYSTEM', subject: 'demo' });
}

async function seed(): Promise<void> {
  await seedReference();
  if (process.argv.includes('--demo')) await seedDemoOnce();
}

await runScript(() =>
  withConnection(env.DATABASE_URL ?? '', async (client) => {
    // Two portals on one database, or the last moments of a start that was killed: one after the other.
    await client.query(`SET lock_timeout = '${LOCK_PATIENCE}'`);
    await client.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
    await seed();
  }),
);
await db.$disconnect();
