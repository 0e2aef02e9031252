import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bomb, jpeg, png, svg, webp } from '#tests/factories/pictures.ts';

const MEGABYTE = 1024 * 1024;

const FILES = {
  /** An ordinary photo, with camera and place in its EXIF data. */
  'pothole.jpg': () => jpeg({ width: 1600, height: 1200 }),
  /** Taken with the phone on its side. */
  'upright.jpg': () => jpeg({ width: 1200, height: 900, orientation: 6 }),
  'repaired.jpg': () => jpeg({ width: 1600, height: 1200 }),
  'screenshot.png': () => png({ width: 800, height: 600 }),
  'bench.webp': () => webp({ width: 800, height: 600 }),
  /** A drawing with a script in it that calls itself a photo. */
  'drawing.jpg': async () => svg(),
  'words.jpg': async () => Buffer.from('These are words.'),
  /** Begins as a photo and is far too large. */
  'large.jpg': async () => Buffer.concat([await jpeg(), Buffer.alloc(40 * MEGABYTE, 7)]),
  'bomb.png': bomb,
} satisfies Record<string, () => Promise<Buffer>>;

export type FileName = keyof typeof FILES;

/** The path of a file of this kind, made the first time it is wanted. */
export async function fileFor(folder: string, name: FileName): Promise<string> {
  const files = path.join(folder, 'files');
  const file = path.join(files, name);
  if (existsSync(file)) return file;
  mkdirSync(files, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, await FILES[name]());
  renameSync(draft, file);
  return file;
}
