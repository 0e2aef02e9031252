import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { runAs } from './account.ts';
import { program } from './binaries.ts';
import type { Location } from './location.ts';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const TAIL_BYTES = 4_000;

const MAX_CONNECTIONS = 60;

function listens(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const taken = typeof address === 'object' ? address?.port : undefined;
      probe.close(() => resolve(taken));
    });
  });
}

/** A port nobody listens on: the preferred one when it is free, else any. */
export async function freePort(preferred?: number): Promise<number> {
  const port = (preferred && (await listens(preferred))) || (await listens(0));
  if (!port) throw new Error('No port of 127.0.0.1 can be listened on.');
  return port;
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** A server that was asked to start; `said()` tells the end of what it wrote to its log since then. */
export type Launch = { process: ChildProcess; port: number; said: () => string };

function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // Only tests may lose what they wrote when the machine stops. (Not when the server is killed: commits still wait
    // for the system to take them.)
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Starts the server in a session of its own, so that neither Ctrl-C nor the end of this process reaches it: it is
 * stopped by us, in order, or adopted by the next start.
 */
export function launch(location: Location, port: number, logFile: string, durable: boolean): Launch {
  const log = openLog(logFile);
  const before = fstatSync(log).size;
  const child = spawn(
    program(location.binaries, 'postgres'),
    ['-D', location.dataFolder, ...settings(port, durable)],
    {
      ...runAs(location.account),
      cwd: location.dataFolder,
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  return { process: child, port, said: () => tail(logFile, before) };
}

/** The end of what was written to a file after `from` bytes. */
function tail(file: string, from: number): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const start = Math.max(from, size - TAIL_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    readSync(handle, buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
