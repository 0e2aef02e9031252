import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storedSecret } from '#lib/platform/secrets.ts';
import { isDiskFull, PlainError } from '../plain-error.ts';
import { isAlive, waitForEnd } from '../processes.ts';
import { DATABASE_USER, ensureCluster } from './cluster.ts';
import { ensureDatabase, waitUntilReady } from './connection.ts';
import { freePort, type Launch, launch } from './launch.ts';
import { type Location, locate } from './location.ts';
import { type Postmaster, runningPostmaster } from './postmaster.ts';

const READY_PATIENCE_MS = 120_000;
const START_ATTEMPTS = 20;
const RETRY_PAUSE_MS = 500;
const FAST_STOP_MS = 30_000;
const IMMEDIATE_STOP_MS = 5_000;

/** What a server says that was started too early after the one before it, or on a port taken meanwhile. */
const PASSING_TROUBLE =
  /shared memory block|lock file ".*" already exists|could not bind|Address already in use/;

export type DatabaseOptions = {
  /** The installation's data directory; the server keeps its own folder, log and password below it. */
  dataDir: string;
  /** Off for tests only: what was written may be lost when the machine (not just the server) stops. */
  fsync?: boolean;
  /** Listen here if it is free, so that addresses given out before stay right. */
  port?: number;
  /** Name of the database to create. */
  database?: string;
};

export type Database = {
  url: string;
  port: number;
  pid: number;
  /** True when the server was running already, left by a supervisor that was killed. */
  adopted: boolean;
  /** Something the operator should know about where it lives. */
  notice: string | undefined;
  isAlive(): boolean;
  /** Ends the server in order: open transactions are rolled back, nothing written is lost. */
  stop(): Promise<void>;
};

function startFailed(said: string, logFile: string, cause?: unknown): never {
  if (isDiskFull(said))
    throw new PlainError('There is no space left on the disk for the database.', { cause });
  const reason = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR/.test(line))
    .at(-1);
  throw new PlainError(`The database did not start. See ${logFile}${reason ? `: ${reason.trim()}` : '.'}`, {
    cause,
  });
}

type Started = Postmaster & { isAlive: () => boolean };

function watchLaunch({ process: child, port }: Launch): Started {
  let ended = child.pid === undefined;
  child.once('exit', () => {
    ended = true;
  });
  const pid = child.pid ?? 0;
  return { pid, port, isAlive: () => !ended && isAlive(pid) };
}

async function start(
  location: Location,
  options: DatabaseOptions,
  logFile: string,
  urlOn: (port: number) => string,
): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt < 3 ? options.port : undefined);
    const launched = launch(location, port, logFile, options.fsync !== false);
    const server = watchLaunch(launched);
    if (await waitUntilReady(urlOn(port), READY_PATIENCE_MS, () => !server.isAlive())) return server;
    const said = launched.said();
    if (attempt === START_ATTEMPTS || server.isAlive() || !PASSING_TROUBLE.test(said))
      startFailed(said, logFile);
    await sleep(RETRY_PAUSE_MS);
  }
}

async function stop(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitForEnd(pid, patience)) return;
  }
}

/**
 * Starts the embedded PostgreSQL of this data directory, or adopts the one that runs there already, and makes sure the
 * database exists. Throws PlainError when it cannot.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const dataDir = path.resolve(options.dataDir);
  const name = options.database ?? 'kontakt';
  const location = await locate(dataDir);
  const password = storedSecret(dataDir, 'postgres-password');
  const urlOn = (port: number, database: string) =>
    `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
  const left = runningPostmaster(location.dataFolder);
  const logFile = path.join(dataDir, 'postgres.log');
  let server: Started;
  if (left) {
    server = { ...left, isAlive: () => isAlive(left.pid) };
    const ready = await waitUntilReady(
      urlOn(left.port, 'postgres'),
      READY_PATIENCE_MS,
      () => !server.isAlive(),
    );
    if (!ready) startFailed('', logFile);
  } else {
    ensureCluster(location, password, options.fsync !== false);
    server = await start(location, options, logFile, (port) => urlOn(port, 'postgres'));
  }
  await ensureDatabase(urlOn(server.port, 'postgres'), name);
  return {
    url: urlOn(server.port, name),
    port: server.port,
    pid: server.pid,
    adopted: Boolean(left),
    notice: location.notice,
    isAlive: server.isAlive,
    stop: () => stop(server.pid),
  };
}
