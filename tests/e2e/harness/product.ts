import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '#scripts/database/launch.ts';
import { ROOT } from '#scripts/paths.ts';
import { isAlive, waitForEnd } from '#scripts/processes.ts';

export type Product = {
  url: string;
  dataDir: string;
  pid: number;
  said: () => string;
  /** Resolves when it has ended, with its exit code; null after a signal that it could not answer. */
  ended: Promise<number | null>;
  stop: () => Promise<void>;
};

const START_PATIENCE_MS = 180_000;
const STOP_PATIENCE_MS = 40_000;
const KEPT_OUTPUT = 200_000;

/** What a developer has in `.env` or in the shell must not change what is tested. */
const NOT_SET = {
  DATABASE_URL: '',
  SMTP_URL: '',
  APP_SECRET: '',
  SEED_DEMO: '',
  DEMO_CASES: '0',
  NODE_ENV: 'production',
} as const;

/** Starts the portal as a person does, by scripts/start.ts, and resolves when it serves. */
export async function startProduct(folder: string, settings: Record<string, string>): Promise<Product> {
  const { product, ready } = launchProduct(folder, settings, await freePort(), START_PATIENCE_MS);
  await ready;
  return product;
}

/** The same, in the hands of who called before it serves: `ready` rejects when it ends or is not in time. */
export function launchProduct(
  folder: string,
  settings: Record<string, string>,
  port: number,
  patienceMs: number,
): { product: Product; ready: Promise<void> } {
  const dataDir = path.join(folder, 'data');
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...NOT_SET, DATA_DIR: dataDir, PORT: String(port), APP_URL: url, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const pid = child.pid ?? 0;
  const ready = serves(child, said, patienceMs).catch((error: unknown) => {
    child.kill('SIGTERM');
    throw error;
  });
  return { product: { url, dataDir, pid, said, ended, stop: () => stop(pid) }, ready };
}

/** Keeps the end of what it says, without holding it up. */
function listen(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT);
    });
  }
  return () => output;
}

function serves(child: ChildProcess, said: () => string, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The portal ${why}. It said:\n${said()}`));
    const timer = setTimeout(() => fail('did not start in time'), patienceMs);
    child.once('exit', (code) => fail(`ended with code ${code} while starting`));
    child.stdout?.on('data', () => {
      if (!/\bReady\.$/m.test(said())) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function stop(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  if (await waitForEnd(pid, STOP_PATIENCE_MS)) return;
  process.kill(pid, 'SIGKILL');
  throw new Error('The portal did not end when it was asked to.');
}
