import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from './paths.ts';

/** Without it the work of a supervisor that was killed would go on and meet the next one's. */
const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href;

/** Starts Node with these arguments in a process that does not outlive this one, and listens to what it says. */
export function spawnBound(
  args: string[],
  env: NodeJS.ProcessEnv,
  hear: (text: string) => void,
): ChildProcess {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
    cwd: ROOT,
    env: { ...env, NO_COLOR: '1', ENDS_WITH: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
  return child;
}
