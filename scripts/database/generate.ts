import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../fingerprint.ts';
import { withLock } from '../lock.ts';
import { GENERATED, ROOT } from '../paths.ts';
import { PlainError } from '../plain-error.ts';
import { runPrisma } from './prisma-cli.ts';

const CLIENT = path.join(GENERATED, 'prisma', 'client.ts');
const STAMP = path.join(GENERATED, 'prisma-fingerprint');
const LOCK = path.join(GENERATED, 'generate.lock');

function expected(): string {
  return fingerprint(ROOT, {
    include: ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'],
  });
}

function isFresh(): boolean {
  return existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === expected();
}

/** Makes the database client from the schema unless it is there and up to date. Resolves to whether it was made. */
export async function generate(): Promise<boolean> {
  if (isFresh()) return false;
  return withLock(LOCK, async () => {
    if (isFresh()) return false;
    const wanted = expected();
    const { code, output } = await runPrisma(['generate']);
    if (code !== 0 || !existsSync(CLIENT)) {
      throw new PlainError(`The database client could not be generated from prisma/schema.prisma. ${output}`);
    }
    writeFileSync(STAMP, wanted);
    return true;
  });
}
