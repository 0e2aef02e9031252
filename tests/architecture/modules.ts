import path from 'node:path';
import type { Source } from './source.ts';
import { imports } from './tree.ts';

/** The file of ours that an import names, by its path; undefined for packages. */
export function target(source: Source, from: string): string | undefined {
  if (from.startsWith('#')) return from.slice(1);
  if (from.startsWith('.'))
    return path.posix.normalize(path.posix.join(path.posix.dirname(source.path), from));
  return undefined;
}

const found = new WeakMap<Source, string[]>();

/** Files of ours that a file imports. */
export function targets(source: Source): string[] {
  const known = found.get(source) ?? imports(source).flatMap(({ from }) => target(source, from) ?? []);
  found.set(source, known);
  return known;
}

/** Every ring of files that import each other, told as `a → b → a`. */
export function cycles(sources: readonly Source[]): string[] {
  const graph = new Map(sources.map((source) => [source.path, targets(source)]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (file: string, trail: string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) rings.push([...trail.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return rings;
}
