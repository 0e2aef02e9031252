import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { PlainError } from '../plain-error.ts';

/** The account a server runs under; undefined means our own. */
export type Account = { name: string; uid: number; gid: number };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function numericId(flag: '-u' | '-g', name: string): number | undefined {
  const result = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout) : undefined;
}

function lookUp(name: string): Account | undefined {
  const uid = numericId('-u', name);
  const gid = numericId('-g', name);
  return uid && gid !== undefined ? { name, uid, gid } : undefined;
}

function nameOf(uid: number): string {
  return spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' }).stdout?.trim() || `user ${uid}`;
}

/** Adds a system account with the tools of the common distributions, then of BusyBox. */
function create(name: string): Account | undefined {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ];
  for (const [command, args] of attempts) {
    if (spawnSync(command, args).status === 0) break;
  }
  return lookUp(name);
}

/**
 * The account for the server when we are root, under which PostgreSQL refuses to run: whoever owns the data already,
 * else `postgres` where the system has it, else an own system account, else `nobody`.
 */
export function serverAccount(dataFolder: string): Account | undefined {
  if (!isRoot()) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  const account = lookUp('postgres') ?? lookUp('kontakt-db') ?? create('kontakt-db') ?? lookUp('nobody');
  if (account) return account;
  throw new PlainError(
    'PostgreSQL does not run as root and this system has no other account for it. Start as an ordinary user, ' +
      'add a system account named "postgres", or set DATABASE_URL to a database server you already have.',
  );
}

/** PostgreSQL gets an environment of its own: no settings or secrets of ours. (NODE_ENV only pleases the types.) */
const ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin', NODE_ENV: 'production' } as const;

/** How to start one of PostgreSQL's programs under the account. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  return account ? { uid: account.uid, gid: account.gid, env: ENVIRONMENT } : { env: ENVIRONMENT };
}
