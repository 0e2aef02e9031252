import path from 'node:path';
import { z } from 'zod';
import { type Keys, readKeys } from './secrets.ts';

/** A setting left empty counts as not set. */
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });

function withDefault<T extends z.ZodType>(schema: T, value: z.input<T>) {
  return z.preprocess((given) => (given === undefined || given === '' ? value : given), schema);
}

function optionalUrl(protocol: RegExp, example: string) {
  return optional.pipe(z.url({ protocol, error: `must look like ${example}` }).optional());
}

const flag = withDefault(
  z
    .string()
    .regex(/^(0|1|true|false)$/, 'must be 1 or 0')
    .transform((value) => value === '1' || value === 'true'),
  '0',
);

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error);
}

const schema = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'production', 'test']), 'development'),
  PORT: withDefault(wholeNumber(1, 65_535), '3000'),
  HOST: withDefault(z.string(), '127.0.0.1'),
  APP_URL: optional.pipe(httpUrl.optional()),
  DATA_DIR: withDefault(z.string(), '.data'),
  DATABASE_URL: optionalUrl(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/database'),
  /** Set by the supervisor for its children when the database is the one it runs itself. */
  EMBEDDED_DATABASE: flag,
  SMTP_URL: optionalUrl(/^smtps?$/, 'smtp://user:password@host:587'),
  /** How long after a case closed its person is kept: then contact and case are parted. */
  CONTACT_MONTHS: withDefault(wholeNumber(1, 600), '24'),
  MAIL_HOLD_SECONDS: withDefault(wholeNumber(0, 86_400), '20'),
  TILE_URL: withDefault(
    z.string().regex(/\{z\}.*\{x\}.*\{y\}|\{z\}.*\{y\}.*\{x\}/, 'must contain {z}, {x} and {y}'),
    'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  ),
  /** How many proxies in front of us write X-Forwarded-For; 0 when clients connect to us themselves. */
  TRUST_PROXY: z.preprocess(
    (given) => (given === 'true' ? '1' : given === 'false' || given === '' ? '0' : (given ?? '0')),
    wholeNumber(0, 10),
  ),
  DEMO_PASSWORD: withDefault(z.string().min(8, 'must have at least 8 characters'), 'krakow-demo-2026'),
  SEED_DEMO: flag,
  /** Made-up cases, from September 2024 up to yesterday, that the demonstration has beside its own. */
  DEMO_CASES: withDefault(wholeNumber(0, 200_000), '12000'),
  OPEN311_DEMO_KEY: withDefault(z.string(), 'demo-key'),
  APP_SECRET: optional.pipe(z.string().min(32, 'must have at least 32 characters').optional()),
});

export type Env = Omit<z.output<typeof schema>, 'APP_URL' | 'APP_SECRET'> & {
  /** Where people reach us, without a slash at the end; links in mails begin with it. */
  APP_URL: string;
  /** True when APP_URL is https: cookies are then Secure and `__Host-`. */
  secure: boolean;
  /** Named keys, all derived from one secret. Read on first use, so that a build needs none. */
  readonly keys: Keys;
};

/** A setting that cannot be used. The message names every such setting and is meant for the operator. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

function complaint(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  return `These settings cannot be used (see .env.example):\n${lines.join('\n')}`;
}

/** Reads and checks the settings. Throws EnvError naming all that are wrong; never repeats their values. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (!result.success) throw new EnvError(complaint(result.error));
  const { APP_URL, APP_SECRET, ...values } = result.data;
  const dataDir = path.resolve(/* turbopackIgnore: true */ values.DATA_DIR);
  const appUrl = (APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '');
  let keys: Keys | undefined;
  return {
    ...values,
    DATA_DIR: dataDir,
    APP_URL: appUrl,
    secure: appUrl.startsWith('https://'),
    get keys() {
      keys ??= readKeys(APP_SECRET, dataDir);
      return keys;
    },
  };
}

/** Origins whose forms and scripts are ours: APP_URL, and on a trial installation both names of this machine. */
export function originsOf(
  settings: Pick<Env, 'APP_URL' | 'PORT' | 'EMBEDDED_DATABASE'>,
): ReadonlySet<string> {
  const origins = new Set([new URL(settings.APP_URL).origin]);
  if (settings.EMBEDDED_DATABASE) {
    origins.add(`http://127.0.0.1:${settings.PORT}`);
    origins.add(`http://localhost:${settings.PORT}`);
  }
  return origins;
}

export const env: Env = parseEnv(process.env);

export const ownOrigins: ReadonlySet<string> = originsOf(env);
