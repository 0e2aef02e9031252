/**
 * Runs one of our scripts on the installation's database: the one of DATABASE_URL, else the embedded one in DATA_DIR,
 * which is used as it runs, or started for as long as the script takes.
 *   node scripts/with-database.ts account create --role ADMINISTRATOR --email …
 */
import './load-env-file.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { env } from '#lib/platform/env.ts';
import { generate } from './database/generate.ts';
import { migrateDeploy } from './database/migrate.ts';
import { startDatabase } from './database/server.ts';
import { ROOT } from './paths.ts';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';

const SCRIPTS = ['account', 'import', 'privacy'];

async function main([script = '', ...args]: string[]): Promise<void> {
  if (!SCRIPTS.includes(script)) throw new PlainError(`Say which script: ${SCRIPTS.join(', ')}.`);
  const embedded = env.DATABASE_URL ? undefined : await startDatabase({ dataDir: env.DATA_DIR });
  try {
    const url = embedded?.url ?? env.DATABASE_URL ?? '';
    await generate();
    await migrateDeploy(url);
    process.exitCode = await run(script, args, url);
  } finally {
    if (embedded && !embedded.adopted) await embedded.stop();
  }
}

async function run(script: string, args: string[], url: string): Promise<number> {
  const child = spawn(process.execPath, ['--conditions=react-server', `scripts/${script}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: env.DATA_DIR },
    stdio: 'inherit',
  });
  // A signal from the terminal reaches the child too; we stay to end the database in order.
  const stay = (): void => undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stay);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

await runScript(() => main(process.argv.slice(2)));
