import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { storedSecret } from '#lib/platform/secrets.ts';
import { DATABASE_USER } from '#scripts/database/cluster.ts';
import { withConnection } from '#scripts/database/connection.ts';
import { freePort } from '#scripts/database/launch.ts';
import { runningPostmaster } from '#scripts/database/postmaster.ts';
import { commandLine, isAlive, waitForEnd } from '#scripts/processes.ts';
import { launchProduct, type Product } from '#tests/e2e/harness/product.ts';
import { removeFolder, temporaryFolder } from '#tests/harness/temporary.ts';
import { until } from './cut.ts';
import { descendants } from './process-tree.ts';
import { browserOf } from './resident.ts';

export type Victim = 'web' | 'worker' | 'database' | 'connection' | 'supervisor' | 'everything';

const END_MS = 10_000;
const START_MS = 120_000;
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
    const ready = await this.#launch();
    await ready();
  }

  async #launch(): Promise<() => Promise<void>> {
    this.#port ??= await freePort();
    if (this.#product) this.#saidBefore = this.said();
    const { product, ready } = launchProduct(this.#folder, this.#settings, this.#port, START_MS);
    this.#product = product;
    return () => ready;
  }

  get #running(): Product {
    if (!this.#product) throw new Error('The portal was not started.');
    return this.#product;
  }

  get url(): string {
    return this.#running.url;
  }

  get dataDir(): string {
    return this.file('data');
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

  #databaseUrl(): string {
    const { port } = this.#server();
    const password = storedSecret(this.dataDir, 'postgres-password');
    return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/kontakt`;
  }

  /** Asks the database, past the portal. */
  async query<R extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
    return withConnection(this.#databaseUrl(), async (client) => (await client.query<R>(sql, values)).rows);
  }

  /** Does this in a transaction that stays open until it is let go, or the database server is killed. */
  async hold(sql: string): Promise<() => Promise<void>> {
    const client = new pg.Client({
      connectionString: this.#databaseUrl(),
      connectionTimeoutMillis: END_MS,
      statement_timeout: END_MS,
    });
    client.on('error', () => undefined);
    const letGo = () => client.end().catch(() => undefined);
    try {
      await client.connect();
      await client.query('BEGIN');
      await client.query(sql);
    } catch (error) {
      await letGo();
      throw error;
    }
    return letGo;
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
    const server = runningPostmaster(path.join(this.dataDir, 'postgres'));
    const roots = [this.#running.pid, ...(server ? [server.pid] : [])];
    return [...new Set(roots.flatMap((pid) => [pid, ...descendants(pid)]))];
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

  /** Begins to start and is killed at this moment. Throws when it is ready before, or ends by itself. */
  async startInVain(what: string, moment: () => boolean | Promise<boolean>, victim: Victim): Promise<void> {
    let ended: unknown;
    const ready = await this.#launch();
    const started = ready().then(
      () => {
        ended = new Error(`It was ready before it could be seen that ${what}.`);
      },
      (error: unknown) => {
        ended = error;
      },
    );
    await until(what, async () => ended !== undefined || (await moment()), START_MS);
    if (ended) throw ended;
    await this.kill(victim);
    if (!(await waitForEnd(this.#running.pid, RECOVERY_MS)))
      throw new Error(`The start does not end when ${victim} is gone. It said:\n${this.said()}`);
    await started;
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
