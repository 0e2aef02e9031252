import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { env } from './env.ts';
import { newId } from './ids.ts';

/** Where large objects live. The local disk is the only one so far; callers know nothing but these five verbs. */
export type Storage = {
  /**
   * Takes the file at `path` over: it is gone from there afterwards. When this returns, the object survives a loss of
   * power. An object that was there under this key is replaced in one step.
   */
  put(key: string, path: string): Promise<void>;
  /** The object's bytes and their number; null when there is none. The stream must be read or destroyed. */
  open(key: string): Promise<{ stream: Readable; size: number } | null>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** All objects whose key begins with `folder/`, in no order, with the time they were put. */
  list(folder: string): AsyncIterable<{ key: string; storedAt: Date }>;
};

/** `folder/<uuid>`: keys are made by us; anything else is a fault of the caller. */
const KEY = /^([a-z]{1,20})\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const FOLDER = /^[a-z]{1,20}$/;
const SHARD_LENGTH = 2;

/** Objects in files under `root/<folder>/<first two digits>/`, so that no folder grows too large. */
export function diskStorage(root: string): Storage {
  const fileOf = (key: string) => {
    const [, folder, name] = KEY.exec(key) ?? [];
    if (!folder || !name) throw new RangeError('not a key of ours');
    return path.join(/* turbopackIgnore: true */ root, folder, name.slice(0, SHARD_LENGTH), name);
  };
  return {
    put: async (key, from) => {
      const to = fileOf(key);
      await mkdirDurably(path.dirname(to), root);
      await moveDurably(from, to);
    },
    open: async (key) => {
      const file = fileOf(key);
      const size = await stat(file).then((info) => info.size, absent);
      return size === null ? null : { stream: createReadStream(file), size };
    },
    remove: async (key) => rm(fileOf(key), { force: true }),
    exists: async (key) =>
      access(fileOf(key)).then(
        () => true,
        (error: unknown) => absent(error) !== null,
      ),
    list: (folder) => listFolder(root, folder),
  };
}

/** The portal's storage: under DATA_DIR/media. */
export const storage: Storage = diskStorage(path.join(/* turbopackIgnore: true */ env.DATA_DIR, 'media'));

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}

function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new folder is on the disk only when the folder above it says so. */
async function mkdirDurably(folder: string, root: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = path.dirname(first.length < root.length ? root : first);
  for (let at = path.dirname(folder); at.length >= top.length; at = path.dirname(at)) await sync(at);
}

async function moveDurably(from: string, to: string): Promise<void> {
  try {
    await sync(from);
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyDurably(from, to);
  }
  await sync(path.dirname(to));
}

/** From another file system there is no rename: the copy is made beside its place, so that it appears complete. */
async function copyDurably(from: string, to: string): Promise<void> {
  const beside = `${to}.${newId()}`;
  try {
    await copyFile(from, beside);
    await sync(beside);
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await rm(from, { force: true });
}

async function* listFolder(root: string, folder: string): AsyncGenerator<{ key: string; storedAt: Date }> {
  if (!FOLDER.test(folder)) throw new RangeError('not a folder of ours');
  const top = path.join(/* turbopackIgnore: true */ root, folder);
  for await (const shard of await entries(top)) {
    for await (const entry of await entries(path.join(top, shard.name))) {
      const key = `${folder}/${entry.name}`;
      const info = KEY.test(key) ? await stat(path.join(top, shard.name, entry.name)).catch(absent) : null;
      if (info) yield { key, storedAt: info.ctime };
    }
  }
}

async function entries(folder: string): Promise<AsyncIterable<{ name: string }>> {
  return (await opendir(folder).catch(absent)) ?? (async function* nothing() {})();
}
