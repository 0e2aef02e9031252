import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isDiskFull, PlainError } from '../plain-error.ts';
import { runAs } from './account.ts';
import { program } from './binaries.ts';
import type { Location } from './location.ts';

export const DATABASE_USER = 'kontakt';

/** The version whose data folders this program can open. */
const MAJOR_VERSION = '18';

const DRAFT = '.new-';

/** Unicode with Polish order: under the C locale alone `lower('Ł')` fails and ł sorts after z. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=pl-PL', '--locale=C'];

function fail(detail: string): never {
  if (isDiskFull(detail)) throw new PlainError('There is no space left on the disk for the database.');
  throw new PlainError(`The database could not be created. PostgreSQL says: ${detail.trim() || 'nothing'}`);
}

function checkVersion({ dataFolder }: Location): void {
  const file = path.join(dataFolder, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new PlainError(`${dataFolder} exists but holds no database. Move it away and start again.`);
  }
  const version = readFileSync(file, 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new PlainError(
    `The database in ${dataFolder} was made by PostgreSQL ${version}; this program brings ${MAJOR_VERSION}. ` +
      'Carry the data over with the earlier version of this program, or move the folder away and start afresh.',
  );
}

/** Says plainly when the data belongs to an account that is not ours. */
function checkOwner({ dataFolder, account }: Location): void {
  const owner = statSync(dataFolder).uid;
  const mine = account?.uid ?? process.getuid?.();
  if (mine === undefined || owner === mine) return;
  throw new PlainError(
    `The database in ${dataFolder} belongs to another account of this machine (number ${owner}). ` +
      'Start as that account or as root.',
  );
}

/** What starts that were killed half-way left beside the data folder. One may still be written to: then it stays. */
function removeDrafts(dataFolder: string): void {
  const folder = path.dirname(dataFolder);
  const prefix = `${path.basename(dataFolder)}${DRAFT}`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    try {
      rmSync(path.join(folder, name), { recursive: true, force: true });
    } catch {
      // The next start tries again.
    }
  }
}

function initialise(location: Location, draft: string, password: string, sync: boolean): void {
  const { account, binaries } = location;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const item of [draft, passwordFile]) chownSync(item, account.uid, account.gid);
  const args = [
    `--pgdata=${draft}`,
    `--username=${DATABASE_USER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
    ...LOCALE,
    ...(sync ? [] : ['--no-sync']),
  ];
  const result = spawnSync(program(binaries, 'initdb'), args, {
    ...runAs(account),
    cwd: path.dirname(draft),
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) return;
  rmSync(draft, { recursive: true, force: true });
  fail(result.error?.message ?? result.stderr);
}

/**
 * Makes the data folder on the first start. It is built aside and renamed when complete, so that a start that was
 * killed half-way leaves nothing that looks like a database.
 */
export function ensureCluster(location: Location, password: string, sync: boolean): void {
  const { dataFolder } = location;
  if (existsSync(dataFolder)) {
    checkOwner(location);
    checkVersion(location);
    removeDrafts(dataFolder);
    return;
  }
  removeDrafts(dataFolder);
  const draft = `${dataFolder}${DRAFT}${randomBytes(6).toString('hex')}`;
  initialise(location, draft, password, sync);
  renameSync(draft, dataFolder);
}
