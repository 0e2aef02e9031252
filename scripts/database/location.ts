import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode, PlainError } from '../plain-error.ts';
import { type Account, isRoot, runAs, serverAccount } from './account.ts';
import { type Binaries, installedBinaries, program } from './binaries.ts';

const SYSTEM_STATE = '/var/lib/kontakt';

/** Where the server's data and programs are, and who runs it. */
export type Location = {
  dataFolder: string;
  binaries: Binaries;
  account: Account | undefined;
  /** Said to the operator when it is not where one would look for it. */
  notice: string | undefined;
};

/** Whether the account may pass through this folder. */
function mayEnter(folder: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function mayReach(folder: string, account: Account): boolean {
  const parent = path.dirname(folder);
  return mayEnter(folder, account) && (parent === folder || mayReach(parent, account));
}

function canRun(binaries: Binaries, account: Account): boolean {
  return ['initdb', 'postgres'].every(
    (name) =>
      spawnSync(program(binaries, name as 'initdb'), ['--version'], { ...runAs(account), cwd: '/' })
        .status === 0,
  );
}

function makeStateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
    throw new PlainError(
      `PostgreSQL does not run as root, other accounts may not enter this folder, and ${SYSTEM_STATE} cannot be made. ` +
        'Set DATA_DIR to a folder that other accounts may enter, start as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

/** Copies the programs where the account may run them. A copy appears complete or not at all. */
function copyBinaries(binaries: Binaries): Binaries {
  const home = path.join(SYSTEM_STATE, `postgresql-${binaries.version}`);
  if (!existsSync(home)) {
    makeStateFolder(SYSTEM_STATE);
    const draft = `${home}.${randomBytes(4).toString('hex')}`;
    cpSync(binaries.home, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    try {
      renameSync(draft, home);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return { ...binaries, home };
}

const POINTER = 'postgres-location';

/** The data folder outside DATA_DIR that an earlier start chose and wrote down there. */
function rememberedFolder(dataDir: string): string | undefined {
  const pointer = path.join(dataDir, POINTER);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
}

function chooseStateFolder(dataDir: string, account: Account): string {
  const folder = path.join(SYSTEM_STATE, randomBytes(6).toString('hex'));
  makeStateFolder(folder);
  chownSync(folder, account.uid, account.gid);
  const dataFolder = path.join(folder, 'postgres');
  writeFileSync(path.join(dataDir, POINTER), `${dataFolder}\n`, { flush: true });
  return dataFolder;
}

function chooseDataFolder(dataDir: string, account: Account | undefined): string {
  const usual = path.join(dataDir, 'postgres');
  if (existsSync(usual) || !account || mayReach(dataDir, account)) return usual;
  return chooseStateFolder(dataDir, account);
}

/**
 * Decides where the embedded server lives: in `dataDir/postgres` and run by us. Under root it runs as another account,
 * and where that one may not enter (root's home on a bare container, say), programs and data go to /var/lib/kontakt.
 */
export async function locate(dataDirAsGiven: string): Promise<Location> {
  const installed = await installedBinaries();
  mkdirSync(dataDirAsGiven, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  const dataDir = realpathSync(dataDirAsGiven);
  const remembered = rememberedFolder(dataDir);
  const account = serverAccount(remembered ?? path.join(dataDir, 'postgres'));
  if (remembered && account && !existsSync(path.dirname(remembered))) {
    throw new PlainError(
      `The database of this installation was in ${remembered}, and that folder is gone. Bring it back, or remove ` +
        `${path.join(dataDir, POINTER)} to start with an empty database.`,
    );
  }
  const dataFolder = remembered ?? chooseDataFolder(dataDir, account);
  const binaries = !account || canRun(installed, account) ? installed : copyBinaries(installed);
  const outside = !dataFolder.startsWith(dataDir);
  const notice =
    outside && account
      ? `The database runs as ${account.name}, who may not enter this folder: its data is in ${dataFolder}.`
      : undefined;
  return { dataFolder, binaries, account, notice };
}
