/**
 * Brings the reference data up to date, and with `--demo` adds the demo set unless this database has had it before:
 * `node --conditions=react-server scripts/seed.ts [--demo]`, with DATABASE_URL.
 */
import { type AuditAction, audit } from '#lib/platform/audit.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { seedDemo } from '#prisma/seed/demo.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { holdLock, withConnection } from './database/connection.ts';
import { runScript } from './run-script.ts';

/** Any number, as long as nobody else uses it. */
const SEED_LOCK = 72_707_370;
const LOCK_PATIENCE_SECONDS = 120;

/** Noted in the audit, so that a demo account somebody removed does not come back with the next start. */
async function seedDemoOnce(): Promise<void> {
  if (await noted('demo.seeded')) return;
  // The cases follow from the day: what was broken off before midnight is finished as it was begun.
  const begun = (await noted('demo.begun')) ?? now();
  await note('demo.begun');
  await seedDemo(env.DEMO_CASES, cityDay(begun));
  await note('demo.seeded');
}

async function noted(action: AuditAction): Promise<Date | undefined> {
  const entry = await db.auditEntry.findFirst({ where: { subject: 'demo', action }, orderBy: { id: 'asc' } });
  return entry?.at;
}

async function note(action: AuditAction): Promise<void> {
  if (!(await noted(action))) await audit({ action, actorKind: 'SYSTEM', subject: 'demo' });
}

async function seed(): Promise<void> {
  await seedReference();
  if (process.argv.includes('--demo')) await seedDemoOnce();
}

await runScript(() =>
  withConnection(env.DATABASE_URL ?? '', async (client) => {
    // Two portals on one database, or the last moments of a start that was killed: one after the other.
    await holdLock(client, SEED_LOCK, LOCK_PATIENCE_SECONDS);
    await seed();
  }),
);
await db.$disconnect();
