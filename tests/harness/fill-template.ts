/** Fills the template database of the integration tests; run by `global-database.ts` with DATABASE_URL. */
import { db } from '#lib/platform/db.ts';
import { startBoss } from '#lib/platform/jobs.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { seedStaff } from '#prisma/seed/staff.ts';

await seedReference();
await seedStaff();
const boss = await startBoss({ supervise: false, schedule: false, max: 1 });
await boss.stop({ graceful: false });
await db.$disconnect();
