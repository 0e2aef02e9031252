import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export type FingerprintOptions = {
  /** Files and folders, relative to the root; those that do not exist are left out. */
  include: string[];
  /** Whether to leave out a path (relative to the root, parted by slashes). */
  exclude?: (relative: string) => boolean;
  /** Further values that change the result, such as versions. */
  salt?: string[];
};

function* filesBelow(root: string, relative: string, exclude: (path: string) => boolean): Generator<string> {
  if (exclude(relative)) return;
  const absolute = path.join(root, relative);
  if (!existsSync(absolute)) return;
  if (!statSync(absolute).isDirectory()) {
    yield relative;
    return;
  }
  for (const name of readdirSync(absolute).sort()) yield* filesBelow(root, `${relative}/${name}`, exclude);
}

/** A hash of the content and names of the files: the same on every machine, whatever the files' times are. */
export function fingerprint(root: string, options: FingerprintOptions): string {
  const hash = createHash('sha256');
  for (const value of options.salt ?? []) hash.update(`${value}\0`);
  for (const start of [...options.include].sort()) {
    for (const file of filesBelow(root, start, options.exclude ?? (() => false))) {
      const content = createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest('hex');
      hash.update(`${file}\0${content}\0`);
    }
  }
  return hash.digest('hex');
}
