/**
 * The database for a developer's hands: the one of DATABASE_URL, else the embedded one in DATA_DIR (.data).
 *   node scripts/database/cli.ts url             with all migrations applied; prints its address
 *   node scripts/database/cli.ts prisma <args>   runs the Prisma CLI on it (migrate dev, migrate diff, …)
 *   node scripts/database/cli.ts stop            stops the embedded one
 */
import '../load-env-file.ts';
import { env } from '#lib/platform/env.ts';
import { PlainError } from '../plain-error.ts';
import { runScript } from '../run-script.ts';
import { generate } from './generate.ts';
import { migrateDeploy } from './migrate.ts';
import { runPrisma } from './prisma-cli.ts';
import { startDatabase } from './server.ts';

async function main([command, ...args]: string[]): Promise<void> {
  const embedded = env.DATABASE_URL ? undefined : await startDatabase({ dataDir: env.DATA_DIR });
  const url = embedded?.url ?? env.DATABASE_URL ?? '';
  if (command === 'stop') {
    await embedded?.stop();
  } else if (command === 'prisma') {
    const { code, output } = await runPrisma(args, url);
    console.log(output);
    process.exitCode = code;
  } else if (command === 'url') {
    await generate();
    await migrateDeploy(url);
    console.log(url);
  } else {
    throw new PlainError('Say "url", "prisma <arguments>" or "stop".');
  }
}

await runScript(() => main(process.argv.slice(2)));
