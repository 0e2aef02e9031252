import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from '../paths.ts';
import { isDiskFull, PlainError } from '../plain-error.ts';

const KEPT_OUTPUT = 6_000;
/** Without it the build of a supervisor that was killed would go on and meet the next one's. */
const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href;

/** One thing to be done and finished before the next, in a process of its own that gives its memory back. */
export type Step = {
  /** Completes the sentence "… failed." */
  what: string;
  args: string[];
  env: NodeJS.ProcessEnv;
};

const running = new Set<ChildProcess>();

/** Ends whatever step is under way; for an orderly stop. */
export function stopSteps(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs Node with these arguments. Throws PlainError with the end of its output when it fails. */
export function runStep(step: Step): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...step.args], {
      cwd: ROOT,
      env: { ...step.env, NO_COLOR: '1', STEP_PARENT: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-KEPT_OUTPUT);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) return resolve();
      if (isDiskFull(output)) return reject(new PlainError('There is no space left on the disk.'));
      reject(new PlainError(`${step.what} failed. ${output.trim() || `It ended with code ${code}.`}`));
    });
  });
}
