import { chmodSync } from 'node:fs';
import path from 'node:path';
import { spawnBound } from '../bound-child.ts';
import { ROOT } from '../paths.ts';

export type CliResult = { code: number; output: string };

const ENGINE = path.join(ROOT, 'scripts', 'schema-engine.mjs');
const CLI = path.join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');

/** An archive or a copy may have lost the permission to run the engine. */
function makeRunnable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Read-only or another account's: then it has to be right already.
  }
}

/**
 * Runs the Prisma CLI without letting it reach for the network. Its exit code is not proof of success: callers check
 * what happened.
 */
export function runPrisma(args: string[], databaseUrl?: string): Promise<CliResult> {
  makeRunnable(ENGINE);
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      // The engine is found by its first line, "env node", and has to get the same Node.
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`,
      PRISMA_SCHEMA_ENGINE_BINARY: ENGINE,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    };
    let output = '';
    const child = spawnBound([CLI, ...args], env, (text) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
