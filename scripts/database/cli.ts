/**
 * The embedded database for a developer's hands, in DATA_DIR (.data):
 *   node scripts/database/cli.ts url             starts it with all migrations applied and prints its address
 *   node scripts/database/cli.ts prisma <args>   starts it and runs the Prisma CLI on it (migrate dev, migrate diff …)
 *   node scripts/database/cli.ts stop            stops it
 */
import { env } from '#lib/platform/env.ts';
import { PlainError } from '../plain-error.ts';
import { runScript } from '../run-script.ts';
import { generate } from './generate.ts';
import { migrateDeploy } from './migrate.ts';
import { runPrisma } from './prisma-cli.ts';
import { startDatabase } from './server.ts';

async function main([command, ...args]: string[]): Promise<void> {
  if (command !== 'url' && command !== 'prisma' && command !== 'stop') {
    throw new PlainError('Say "url", "prisma <arguments>" or "stop".');
  }
  const database = await startDatabase({ dataDir: env.DATA_DIR });
  if (command === 'stop') return database.stop();
  if (command === 'prisma') {
    const { code, output } = await runPrisma(args, database.url);
    console.log(output);
    process.exitCode = code;
    return;
  }
  await generate();
  await migrateDeploy(database.url);
  console.log(database.url);
}

await runScript(() => main(process.argv.slice(2)));
