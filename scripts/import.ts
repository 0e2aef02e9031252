/**
 * Brings the cases of another system in; see docs/import.md.
 *   npm run import -- <file> [options]
 */
import { db } from '#lib/platform/db.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { readArguments, USAGE } from './import/arguments.ts';
import { runImport, summary } from './import/run.ts';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';

const INTERRUPTED = 130;

/** A database that was made a moment ago knows no categories and units yet. */
async function fillDirectory(): Promise<void> {
  if (!(await db.category.findFirst({ select: { code: true } }))) await seedReference();
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(USAGE);
  const options = readArguments(process.argv.slice(2));
  const interruption = { stopped: false };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      interruption.stopped = true;
    });
  }
  await fillDirectory();
  const counts = await runImport(options, console.log, interruption);
  console.log(summary(options, counts));
  if (interruption.stopped) {
    console.log('Interrupted. What came in stays; run it again and it goes on.');
    process.exitCode = INTERRUPTED;
  } else if (counts.added + counts.known + counts.changed === 0) {
    throw new PlainError('Nothing could be brought in.');
  }
}

await runScript(main);
await db.$disconnect();
