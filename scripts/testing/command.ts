import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from '../paths.ts';

export type Ended = { code: number; output: string };

const running = new Set<ChildProcess>();

/** Passes a signal on to whatever runs; a runner of tests then takes down what it has put up. */
export function passOn(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

/** Runs Node on a script, with its words shown as they come or kept for when it fails. */
export function run(args: string[], shown: boolean, env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}
