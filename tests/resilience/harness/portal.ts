import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { storedSecret } from '#lib/platform/secrets.ts';
import { DATABASE_USER } from '#scripts/database/cluster.ts';
import { withConnection } from '#scripts/database/connection.ts';
import { freePort } from '#scripts/database/launch.ts';
import { runningPostmaster } from '#scripts/database/postmaster.ts';
import { commandLine, isAlive, waitForEnd } from '#scripts/processes.ts';
import { type Product, startProduct } from '#tests/e2e/harness/product.ts';
import { removeFolder, temporaryFolder } from '#tests/harness/temporary.ts';
import { descendants } from './process-tree.ts';
import { browserOf } from './resident.ts';

export type Victim = 'web' | 'worker' | 'database' | 'connection' | 'supervisor' | 'everything';

const END_MS = 10_000;
const RECOVERY_MS = 40_000;
const POLL_MS = 100;
/** Of the one who only asks how the portal is. */
const WATCHER = 0;

/** A portal started as a person starts it, whose processes may be killed. */
export class Portal {
  readonly #folder: string;
  readonly #settings: Record<string, string>;
  #product: Product | undefined;
  #port: number | undefined;
  #saidBefore = '';

  constructor(name: string, settings: Record<string, string> = {}) {
    this.#folder = temporaryFolder(name);
    this.#settings = { MAIL_HOLD_SECONDS: '0', TRUST_PROXY: '1', ...settings };
  }

  async start(): Promise<void> {
    this.#port ??= await freePort();
    if (this.#product) this.#saidBefore = this.said();
    this.#product = await startProduct(this.#folder, this.#settings, this.#port);
  }

  get #running(): Product {
    if (!this.#product) throw new Error('The portal was not started.');
    return this.#product;
  }

  get url(): string {
    return this.#running.url;
  }

  get dataDir(): string {
    return this.#running.dataDir;
  }

  /** Everything it has said, in all its lives. */
  said(): string {
    return this.#saidBefore + this.#running.said();
  }

  /** What it has logged as a fault of its own. */
  faults(): string[] {
    return this.said()
      .split('\n')
      .filter((line) => line.includes('"FAULT"') || line.includes('unhandled') || line.includes('⨯'));
  }

  file(name: string): string {
    return path.join(this.#folder, name);
  }

  databaseLog(): string {
    return readFileSync(path.join(this.dataDir, 'postgres.log'), 'utf8');
  }

  /** Asks the database, past the portal. */
  query<R extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
    const { port } = this.#server();
    const password = storedSecret(this.dataDir, 'postgres-password');
    const url = `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/kontakt`;
    return withConnection(url, async (client) => (await client.query<R>(sql, values)).rows);
  }

  #server() {
    const server = runningPostmaster(path.join(this.dataDir, 'postgres'));
    if (!server) throw new Error('The database server does not run.');
    return server;
  }

  #child(script: 'web' | 'worker'): number {
    const isIt = (pid: number) => commandLine(pid).includes(`${path.sep}${script}.ts`);
    return descendants(this.#running.pid).find(isIt) ?? 0;
  }

  /** Everything that belongs to the portal now. */
  processes(): number[] {
    const supervisor = this.#running.pid;
    const server = this.#server().pid;
    return [...new Set([supervisor, ...descendants(supervisor), server, ...descendants(server)])];
  }

  #pidsOf(victim: Victim): number[] {
    if (victim === 'everything') return this.processes();
    if (victim === 'supervisor') return [this.#running.pid];
    if (victim === 'database') return [this.#server().pid];
    if (victim === 'connection') return descendants(this.#server().pid).slice(-1);
    return [this.#child(victim)];
  }

  /** kill -9, and waits until it is dead. */
  async kill(victim: Victim): Promise<void> {
    const pids = this.#pidsOf(victim);
    for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    for (const pid of pids)
      if (!(await waitForEnd(pid, END_MS))) throw new Error(`${victim} (${pid}) does not die.`);
  }

  /** Waits until everything serves again; whoever killed the supervisor starts it first. */
  async recover(): Promise<void> {
    if (!isAlive(this.#running.pid)) await this.start();
    const deadline = performance.now() + RECOVERY_MS;
    while (!(await this.#serves())) {
      if (performance.now() > deadline) throw new Error(`It does not recover. It said:\n${this.said()}`);
      await sleep(POLL_MS);
    }
  }

  async #serves(): Promise<boolean> {
    if (!this.#child('web') || !this.#child('worker')) return false;
    const browser = browserOf(this.url, WATCHER);
    try {
      await this.query('SELECT 1');
      return (await browser.get('/zgloszenia')).status === 200;
    } catch {
      return false;
    } finally {
      browser.close();
    }
  }

  /** Asks it to stop, as Ctrl-C or a service manager does, and gives back its exit code. */
  async stop(): Promise<number | null> {
    const { pid, ended } = this.#running;
    process.kill(pid, 'SIGTERM');
    return ended;
  }

  /** Ends whatever is still there, and removes what it kept. */
  async remove(): Promise<void> {
    if (this.#product) await this.#product.stop();
    await removeFolder(path.join(this.#folder, 'data'));
    await removeFolder(this.#folder);
  }
}
