import type { ChildProcess } from 'node:child_process';
import { spawnBound } from '../bound-child.ts';
import { isDiskFull, PlainError } from '../plain-error.ts';

const KEPT_OUTPUT = 6_000;

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
    let output = '';
    const child = spawnBound(step.args, step.env, (text) => {
      output = (output + text).slice(-KEPT_OUTPUT);
    });
    running.add(child);
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) return resolve();
      if (isDiskFull(output)) return reject(new PlainError('There is no space left on the disk.'));
      reject(new PlainError(`${step.what} failed. ${output.trim() || `It ended with code ${code}.`}`));
    });
  });
}
