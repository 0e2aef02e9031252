/** Fills the database of DATABASE_URL for measuring: reference data, accounts, and so many made-up cases. */
import { SYSTEM } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { startBoss } from '#lib/platform/jobs.ts';
import { refreshStatistics } from '#lib/statistics/jobs/refresh.ts';
import { importSubmissions } from '#lib/submissions/commands/import.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { foldMap } from '#lib/submissions/jobs/fold-map.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { seedStaff } from '#prisma/seed/staff.ts';
import { MadeUpYears } from '#prisma/seed/years/cases.ts';
import { planMonths } from '#prisma/seed/years/plan.ts';
import { runScript } from '../run-script.ts';

const BATCH = 1000;
const YEARS = [2023, 2024, 2025, 2026];

async function cases(rows: number): Promise<void> {
  const until = new Date();
  let batch: ImportedCase[] = [];
  const bring = async () => {
    await importSubmissions(SYSTEM, { source: 'bench', cases: batch, released: true });
    batch = [];
  };
  for (const one of new MadeUpYears({
    months: planMonths(YEARS, rows, until),
    seed: 'bench',
    until,
  }).cases()) {
    batch.push(one);
    if (batch.length === BATCH) await bring();
  }
  await bring();
}

await runScript(async () => {
  const rows = Number(process.argv[2] ?? 0);
  if (rows > 0) {
    await seedReference();
    await seedStaff();
    const boss = await startBoss({ supervise: false, schedule: false, max: 1 });
    await boss.stop({ graceful: false });
    await cases(rows);
  }
  await foldMap();
  await refreshStatistics();
});
await db.$disconnect();
