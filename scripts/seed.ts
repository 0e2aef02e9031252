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
import { runScript } from './run-script.ts';

/** Noted in the audit, so that a demo account somebody removed does not come back with the next start. */
async function seedDemoOnce(): Promise<void> {
  const done = await db.auditEntry.findFirst({ where: { subject: 'demo', action: 'demo.seeded' } });
  if (done) return;
  await seedDemoYears(env.DEMO_CASES);
  await seedDemo();
  await audit({ action: 'demo.seeded', actorKind: 'SYSTEM', subject: 'demo' });
}

await runScript(async () => {
  await seedReference();
  if (process.argv.includes('--demo')) await seedDemoOnce();
});
await db.$disconnect();
