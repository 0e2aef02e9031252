import { now } from './clock.ts';
import { env } from './env.ts';

type Level = 'info' | 'warn' | 'error';

/** Codes, ids and numbers; `error` may be an exception. Never personal data: this is read by many and kept long. */
export type LogFields = Record<string, unknown>;

const MAX_CAUSES = 3;

/** A validation error of the database client repeats the values it was given; only its last line says why. */
function messageOf(error: Error): string {
  return error.name === 'PrismaClientValidationError'
    ? (error.message.trim().split('\n').at(-1) ?? '')
    : error.message;
}

function plain(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const code = (error as { code?: unknown }).code;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message: messageOf(error),
    ...(code === undefined ? {} : { code }),
    stack: frames?.map((line) => line.trim()),
    ...(error.cause && depth < MAX_CAUSES ? { cause: plain(error.cause, depth + 1) } : {}),
  };
}

/** One line of JSON for a log entry. */
export function formatEntry(level: Level, message: string, fields: LogFields, at: Date): string {
  const { error, ...rest } = fields;
  const entry = { at: at.toISOString(), level, message, ...rest };
  const json = error === undefined ? entry : { ...entry, error: plain(error) };
  return JSON.stringify(json, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

function write(level: Level, message: string, fields: LogFields): void {
  if (env.NODE_ENV === 'test' && level === 'info') return;
  const stream = level === 'info' ? process.stdout : process.stderr;
  stream.write(`${formatEntry(level, message, fields, now())}\n`);
}

/** The log of every process: one JSON object a line, problems on stderr. */
export const logger = {
  info: (message: string, fields: LogFields = {}): void => write('info', message, fields),
  warn: (message: string, fields: LogFields = {}): void => write('warn', message, fields),
  error: (message: string, fields: LogFields = {}): void => write('error', message, fields),
};
