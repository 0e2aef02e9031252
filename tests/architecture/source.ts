import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';
import { ROOT } from '#scripts/paths.ts';

/** A node of the syntax tree (ESTree with JSX and TypeScript); rules look at the few fields they know. */
export type Node = { type: string; start: number; end: number; [field: string]: unknown };

/** One file of ours, by its path from the project's folder. */
export type Source = { path: string; text: string; tree: Node };

const CODE = /\.tsx?$/;

/** Parses a text as a file of this name; rules are tried on examples with it. */
export function sourceOf(file: string, text: string): Source {
  let tree: Node | undefined;
  return {
    path: file,
    text,
    get tree() {
      tree ??= parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
      return tree;
    },
  };
}

function list(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return below === 'lib/generated' ? [] : list(below);
    return [below];
  });
}

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'];
const AT_TOP = readdirSync(ROOT).filter((name) => CODE.test(name) && name !== 'next-env.d.ts');

/** Every file below our folders, whatever it holds. */
const FILES: readonly string[] = FOLDERS.flatMap(list);

/** All our code. */
export const SOURCES: readonly Source[] = [...AT_TOP, ...FILES]
  .filter((file) => CODE.test(file))
  .map((file) => sourceOf(file, readFileSync(path.join(ROOT, file), 'utf8')));

/** What all of it looks like. */
export const STYLES: readonly Source[] = FILES.filter((file) => file.endsWith('.css')).map((file) =>
  sourceOf(file, readFileSync(path.join(ROOT, file), 'utf8')),
);

export const isTest = ({ path: file }: Source) =>
  /(^tests\/|\.(test|fixture)\.ts$|^(vitest|playwright)\.config\.ts$)/.test(file);

/** What people are served by: neither scripts nor tests nor settings of tools. */
export const isProduct = (source: Source) =>
  /^((app|components|lib|prisma)\/|proxy\.ts$)/.test(source.path) && !isTest(source);

/** The number of the line at this place of the text, from 1. */
export function lineAt({ text }: Source, at: number): number {
  return text.slice(0, at).split('\n').length;
}
