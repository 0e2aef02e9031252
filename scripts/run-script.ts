import { isDatabaseAway } from '#lib/platform/database-away.ts';
import { errorCode, isDiskFull } from './plain-error.ts';

/** What to tell the operator: one paragraph where the cause is plain, the whole error where it is a fault of ours. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'PlainError' || error.name === 'EnvError') return error.message;
  const text = `${errorCode(error) ?? ''} ${error.message}`;
  if (isDiskFull(text)) return 'There is no space left on the disk.';
  if (/^(EACCES|EPERM|EROFS) /.test(text)) {
    const { path } = error as NodeJS.ErrnoException;
    return `There is no permission to use ${path ?? 'a file'}. Start as the account it belongs to, or set DATA_DIR.`;
  }
  if (isDatabaseAway(error)) {
    const said = error.message.trim().split('\n').at(-1);
    return (
      `The database is gone or does not answer (${said}). What was done until then is kept. See that it runs (the ` +
      'embedded one writes to postgres.log in DATA_DIR), then start again.'
    );
  }
  return error.stack ?? error.message;
}

/** For what is still to be written. */
const LAST_WORDS_MS = 1_000;

/** Runs a script's work; a failure is explained on stderr and ends the process with exit code 1. */
export async function runScript(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
    // What the work has left open (connections that try again, timers) must not keep a process that has failed.
    setTimeout(() => process.exit(), LAST_WORDS_MS).unref();
  }
}
