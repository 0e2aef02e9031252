import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../fingerprint.ts';
import { withLock } from '../lock.ts';
import { GENERATED, ROOT } from '../paths.ts';
import { runStep } from './step.ts';

const OUTPUT = path.join(ROOT, '.next');
const STAMP = path.join(OUTPUT, 'source-fingerprint');
const LOCK = path.join(GENERATED, 'build.lock');
const NEXT = path.join('node_modules', 'next', 'dist', 'bin', 'next');

/** Everything that changes what `next build` makes. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** The generated client follows from the schema; tests are not built. */
function isOutside(file: string): boolean {
  return file === 'lib/generated' || /\.test\.tsx?$/.test(file);
}

function expected(): string {
  return fingerprint(ROOT, { include: SOURCES, exclude: isOutside, salt: [process.version] });
}

/** Whether the production build is there and made from the sources as they are. */
function isBuilt(): boolean {
  return (
    existsSync(path.join(OUTPUT, 'BUILD_ID')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === expected()
  );
}

/**
 * Makes the production build unless it is up to date; `announce` is called before a build begins. Of two that ask at
 * once, one builds and the other waits. Throws PlainError with the builder's words when it fails.
 */
export async function ensureBuild(announce: () => void, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (isBuilt()) return;
  await withLock(LOCK, async () => {
    if (isBuilt()) return;
    announce();
    const wanted = expected();
    rmSync(STAMP, { force: true });
    await runStep({
      what: 'The production build',
      args: [NEXT, 'build'],
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    writeFileSync(STAMP, wanted);
  });
}
