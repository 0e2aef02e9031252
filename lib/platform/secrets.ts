import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PURPOSES = ['tracking', 'contact', 'session', 'media'] as const;

/** One key for each purpose, so that a leak or a change of one says nothing about another. */
export type Keys = Readonly<Record<(typeof PURPOSES)[number], string>>;

/** Derives a named key of 256 bits (base64url) from the installation's secret. */
function deriveKey(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'kontakt', purpose, 32)).toString('base64url');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The secret kept under this name in `dataDir/secrets`, made at random the first time. Two processes that ask at
 * once get the same: the file appears complete or not at all, and the first one stays.
 */
export function storedSecret(dataDir: string, name: string): string {
  const folder = path.join(/* turbopackIgnore: true */ dataDir, 'secrets');
  const file = path.join(folder, name);
  const existing = read(file);
  if (existing) return existing;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const kept = read(file);
  if (!kept) throw new Error(`The secret in ${file} is empty.`);
  return kept;
}

/** The named keys, from the secret given or from the one kept in the data directory. */
export function readKeys(given: string | undefined, dataDir: string): Keys {
  const secret = given ?? storedSecret(dataDir, 'app-secret');
  return Object.fromEntries(PURPOSES.map((purpose) => [purpose, deriveKey(secret, purpose)])) as Keys;
}
