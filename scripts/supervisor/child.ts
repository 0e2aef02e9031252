import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../paths.ts';
import { countEnd, NO_ENDS, pauseAfter } from './backoff.ts';

const STOP_PATIENCE_MS = 30_000;

export type ChildSpec = {
  name: string;
  /** Below scripts/. */
  file: string;
  execArgv: string[];
  env: NodeJS.ProcessEnv;
  say(line: string): void;
  /** Called when it ended so often that starting it again has no sense. */
  onGiveUp(): void;
};

/** A process that is started again whenever it ends by itself. */
export class Child {
  readonly #spec: ChildSpec;
  #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #pause: NodeJS.Timeout | undefined;
  #ends = NO_ENDS;
  #stopping = false;
  #announceReady: () => void = () => undefined;

  /** Resolves when it is ready for the first time. */
  readonly ready: Promise<void> = new Promise((resolve) => {
    this.#announceReady = resolve;
  });

  constructor(spec: ChildSpec) {
    this.#spec = spec;
    this.#env = spec.env;
    this.#start();
  }

  #start(): void {
    const { file, execArgv, name, say, onGiveUp } = this.#spec;
    const child = fork(path.join(ROOT, 'scripts', file), [], {
      cwd: ROOT,
      env: this.#env,
      execArgv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let readyAt: number | undefined;
    this.#process = child;
    child.once('message', () => {
      readyAt = performance.now();
      this.#announceReady();
    });
    child.once('exit', (code, signal) => {
      this.#process = undefined;
      if (this.#stopping) return;
      this.#ends = countEnd(this.#ends, { workedMs: readyAt && performance.now() - readyAt });
      const pause = pauseAfter(this.#ends);
      if (pause === undefined) return onGiveUp();
      say(`The ${name} process ended (${signal ?? `code ${code}`}) and is started again.`);
      this.#pause = setTimeout(() => this.#start(), pause);
    });
  }

  async #end(): Promise<void> {
    clearTimeout(this.#pause);
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  /** Ends it in order, by force after thirty seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#end();
  }

  /** Ends it in order and starts it with other settings. */
  async restart(env: NodeJS.ProcessEnv): Promise<void> {
    await this.stop();
    this.#env = env;
    this.#stopping = false;
    this.#start();
  }

  /** Ends it at once. */
  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#pause);
    this.#process?.kill('SIGKILL');
  }
}
