/** `npm start` and `npm run dev` (`--dev`): everything a running portal needs, under one supervisor. */
import './load-env-file.ts';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './plain-error.ts';
import { explain, runScript } from './run-script.ts';

const PARENT_WATCH_MS = 1_000;
const SAME_SIGNAL_MS = 1_000;
/** After a supervisor was killed, its web process needs a moment to notice. */
const RECOVERY_PATIENCE_MS = 25_000;

async function prepare() {
  // Loaded here, so that a wrong setting is explained and not thrown.
  const { env } = await import('#lib/platform/env.ts');
  const { isRoot } = await import('./database/account.ts');
  const { isHeld, tryLock } = await import('./lock.ts');
  const { assertDiskSpace, assertPortFree } = await import('./supervisor/preflight.ts');
  // Under root the database's own account passes through this folder.
  mkdirSync(env.DATA_DIR, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  const lock = tryLock(path.join(env.DATA_DIR, 'supervisor.pid'));
  if (!isHeld(lock)) throw new PlainError(`It runs already (process ${lock.pid}): ${env.APP_URL}`);
  try {
    await assertDiskSpace(env.DATA_DIR);
    await assertPortFree(env.HOST, env.PORT, lock.recovered ? RECOVERY_PATIENCE_MS : 0);
  } catch (error) {
    lock.release();
    throw error;
  }
  return { env, lock };
}

/** npm passes on a signal it gets but cannot when it is killed: without it nobody would stop us. */
function watchParent(onGone: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, PARENT_WATCH_MS);
  timer.unref();
}

async function main(): Promise<void> {
  const { env, lock } = await prepare();
  const { Supervisor } = await import('./supervisor/supervisor.ts');
  let stopSince: number | undefined;
  const stop = async (exitCode: number): Promise<void> => {
    if (stopSince !== undefined) return;
    stopSince = performance.now();
    await supervisor.stop();
    lock.release();
    process.exit(exitCode);
  };
  const onSignal = (): void => {
    // One Ctrl-C arrives twice, from the terminal and from npm; only a later one means "now".
    if (stopSince !== undefined && performance.now() - stopSince > SAME_SIGNAL_MS) supervisor.hurry();
    void stop(0);
  };
  const supervisor = new Supervisor(env, process.argv.includes('--dev'), () => void stop(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    console.error(explain(error));
    void stop(1);
  });
  watchParent(() => void stop(0));

  try {
    await supervisor.start();
  } catch (error) {
    // What a stop interrupts fails; that is no news.
    if (stopSince === undefined) console.error(explain(error));
    await stop(1);
  }
}

await runScript(main);
