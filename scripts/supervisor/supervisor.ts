import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '#lib/platform/env.ts';
import { storedSecret } from '#lib/platform/secrets.ts';
import { generate } from '../database/generate.ts';
import { migrateDeploy } from '../database/migrate.ts';
import { type Database, startDatabase } from '../database/server.ts';
import { explain } from '../run-script.ts';
import { ensureBuild } from './build.ts';
import { Child } from './child.ts';
import { greeting } from './greeting.ts';
import { runStep, stopSteps } from './step.ts';

const WATCH_MS = 300;
const SERVER_CODE = '--conditions=react-server';

/** Brings everything up in order, keeps it up, and takes it down in order. */
export class Supervisor {
  readonly #env: Env;
  readonly #dev: boolean;
  readonly #demo: boolean;
  readonly #onFatal: () => void;
  readonly #began = performance.now();
  #database: Database | undefined;
  /** The start of the database that is under way or was the last: a stop has to wait for it. */
  #databaseStart: Promise<Database> | undefined;
  #children: Child[] = [];
  #stopping: Promise<void> | undefined;

  /** `onFatal` is called when it cannot be kept up any more; the reason has been printed then. */
  constructor(env: Env, dev: boolean, onFatal: () => void) {
    this.#env = env;
    this.#dev = dev;
    this.#onFatal = onFatal;
    this.#demo = !env.DATABASE_URL || env.SEED_DEMO;
  }

  #say = (line: string): void => {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    console.log(`[${seconds.padStart(5)} s] ${line}`);
  };

  #childEnv(): NodeJS.ProcessEnv {
    const database = this.#database;
    return {
      ...process.env,
      NODE_ENV: this.#dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATA_DIR: this.#env.DATA_DIR,
      ...(database ? { DATABASE_URL: database.url, EMBEDDED_DATABASE: '1' } : { EMBEDDED_DATABASE: '0' }),
    };
  }

  /** Resolves when everything runs. Throws PlainError when something cannot. */
  async start(): Promise<void> {
    await this.#startDatabase();
    if (this.#stopping) return;
    if (await generate()) this.#say('Database client generated.');
    await this.#migrate();
    if (!this.#stopping) await this.#seed();
    if (!this.#stopping && !this.#dev) {
      await ensureBuild(
        () => this.#say('Building for production. This takes about a minute.'),
        this.#childEnv(),
      );
    }
    if (this.#stopping) return;
    void this.#watchDatabase();
    this.#children = [this.#child('web', 'web.ts', []), this.#child('worker', 'worker.ts', [SERVER_CODE])];
    await Promise.all(this.#children.map((child) => child.ready));
    this.#say('Ready.');
    console.log(greeting(this.#env, this.#demo));
  }

  async #launchDatabase(port?: number): Promise<Database> {
    this.#databaseStart = startDatabase({ dataDir: this.#env.DATA_DIR, ...(port && { port }) });
    this.#database = await this.#databaseStart;
    return this.#database;
  }

  async #startDatabase(): Promise<void> {
    if (this.#env.DATABASE_URL) return;
    if (!process.env.APP_SECRET) storedSecret(this.#env.DATA_DIR, 'app-secret');
    const { adopted, notice } = await this.#launchDatabase();
    if (notice) this.#say(notice);
    this.#say(adopted ? 'Database adopted: it was still running.' : 'Database started.');
  }

  async #migrate(): Promise<void> {
    const url = this.#database?.url ?? this.#env.DATABASE_URL ?? '';
    const { applied, changed, unknown } = await migrateDeploy(url);
    if (applied.length) this.#say(`Migrations applied: ${applied.join(', ')}.`);
    if (changed.length) this.#say(`Careful: edited after they were applied: ${changed.join(', ')}.`);
    if (unknown.length) this.#say(`The database is newer than this program by: ${unknown.join(', ')}.`);
  }

  async #seed(): Promise<void> {
    await runStep({
      what: 'Loading the reference data',
      args: [SERVER_CODE, 'scripts/seed.ts', ...(this.#demo ? ['--demo'] : [])],
      env: this.#childEnv(),
    });
    this.#say(this.#demo ? 'Reference and demo data are there.' : 'Reference data is there.');
  }

  #child(name: string, file: string, execArgv: string[]): Child {
    const onGiveUp = (): void => {
      console.error(`The ${name} process ends again and again; see its last words above.`);
      this.#onFatal();
    };
    return new Child({ name, file, execArgv, env: this.#childEnv(), say: this.#say, onGiveUp });
  }

  /** Starts the database server again when it is gone, on the same port, so that nothing else has to restart. */
  async #watchDatabase(): Promise<void> {
    while (this.#database && !this.#stopping) {
      await sleep(WATCH_MS);
      if (this.#database.isAlive() || this.#stopping) continue;
      this.#say('The database server is gone and is started again.');
      try {
        await this.#restartDatabase(this.#database);
      } catch (error) {
        console.error(explain(error));
        this.#onFatal();
        return;
      }
    }
  }

  async #restartDatabase(gone: Database): Promise<void> {
    const database = await this.#launchDatabase(gone.port);
    if (this.#stopping) return;
    this.#say('Database started.');
    if (database.url !== gone.url) await Promise.all(this.#children.map((c) => c.restart(this.#childEnv())));
  }

  /** Ends web and worker in order, then the database. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  /** Makes a stop that is under way short: does not wait for answers and jobs. */
  hurry(): void {
    for (const child of this.#children) child.kill();
  }

  async #stopAll(): Promise<void> {
    stopSteps();
    await Promise.all(this.#children.map((child) => child.stop()));
    const database = await this.#databaseStart?.catch(() => undefined);
    await database?.stop();
  }
}
