import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';
import { migrateDeploy } from '#scripts/database/migrate.ts';
import { startDatabase } from '#scripts/database/server.ts';
import { ROOT } from '#scripts/paths.ts';
import { removeFolder, sweepAbandoned, temporaryFolder } from './temporary.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the template database; `own-database.ts` clones it for each file. */
    templateUrl: string;
    /** Folder of this run; each file makes its own below it. */
    runFolder: string;
  }
}

/** Reference data, demo accounts and the queues, by the project's own scripts, in a process that ends. */
async function fillTemplate(url: string, dataDir: string): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'tests/harness/fill-template.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: dataDir },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The template database could not be filled; see above.');
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/** Vitest itself would end at once and leave the server running. Gives back what is to be called instead at the end. */
function onSignalToo(teardown: () => Promise<void>): () => Promise<void> {
  const stop = () => void teardown().finally(() => process.exit(INTERRUPTED));
  for (const signal of SIGNALS) process.once(signal, stop);
  return async () => {
    for (const signal of SIGNALS) process.off(signal, stop);
    await teardown();
  };
}

/** One server and one template for the whole run. Vitest calls what this returns at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned();
  const folder = temporaryFolder('integration');
  const database = await startDatabase({ dataDir: folder, fsync: false, database: 'template' });
  const teardown = onSignalToo(async () => {
    await database.stop();
    await removeFolder(folder);
  });
  try {
    await migrateDeploy(database.url);
    await fillTemplate(database.url, folder);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('templateUrl', database.url);
  project.provide('runFolder', folder);
  return teardown;
}
