/** Loaded into a process before its own code: ends it when the one that started it and waits for it is gone. */
import { isAlive } from './processes.ts';

const parent = Number(process.env.ENDS_WITH);
if (parent === process.ppid) {
  process.on('disconnect', () => process.exit(1));
  // Waiting for this must not keep the process from ending by itself.
  process.channel?.unref();
} else if (!isAlive(parent)) {
  // It was killed before this was loaded. (A process further down has a living parent between.)
  process.exit(1);
}
