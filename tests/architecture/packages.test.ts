import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/paths.ts';
import floors from './floors.json' with { type: 'json' };

type Locked = { version?: string; resolved?: string; link?: boolean };

const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const locked: Record<string, Locked> = read('package-lock.json').packages;
const manifest: Record<string, Record<string, string>> = read('package.json');

const parts = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number);

/** Whether a version is the floor or above it; a pre-release of the floor is below. */
function reaches(version: string, floor: string): boolean {
  const [have, want] = [parts(version), parts(floor)];
  const at = want.findIndex((number, i) => number !== have[i]);
  if (at >= 0) return (have[at] ?? 0) > (want[at] ?? 0);
  return !version.includes('-');
}

/** Every copy of a package in the lock, wherever it is nested. */
function copies(packages: Record<string, Locked>, name: string): string[] {
  return Object.entries(packages).flatMap(([folder, { version }]) =>
    folder.endsWith(`node_modules/${name}`) && version ? [version] : [],
  );
}

describe('packages with known holes below a version', () => {
  it.each(Object.entries(floors))('%s is at least %s, in every copy', (name, floor) => {
    const versions = copies(locked, name);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !reaches(version, floor))).toEqual([]);
  });

  it('an older copy nested in another package would be noticed', () => {
    const lock = {
      'node_modules/next': { version: '16.4.6' },
      'node_modules/a/node_modules/next': { version: '16.4.0' },
    };
    expect(copies(lock, 'next').filter((version) => !reaches(version, '16.4.1'))).toEqual(['16.4.0']);
  });

  it.each([
    ['16.4.1', '16.4.1', true],
    ['16.10.0', '16.4.1', true],
    ['17.0.0', '16.4.1', true],
    ['16.4.0', '16.4.1', false],
    ['15.9.9', '16.4.1', false],
    ['16.4.1-canary.3', '16.4.1', false],
    ['16.4.2-canary.3', '16.4.1', true],
  ])('%s against %s: %s', (version, floor, expected) => {
    expect(reaches(version, floor)).toBe(expected);
  });
});

/** Where a package may come from according to the lock: the public registry, or nowhere in particular. */
const PUBLIC = /^https:\/\/registry\.npmjs\.org\//;
const foreign = (packages: Record<string, Locked>) =>
  Object.entries(packages).flatMap(([name, { resolved, link }]) =>
    resolved && !link && !PUBLIC.test(resolved) ? [`${name}: ${resolved}`] : [],
  );

describe('the lock', () => {
  it('names no other place than the public registry', () => {
    expect(foreign(locked)).toEqual([]);
  });

  it('a private host would be noticed', () => {
    expect(
      foreign({ a: { resolved: 'http://10.0.0.1:4873/a.tgz' }, b: { resolved: 'git+ssh://git@host/b' } }),
    ).toHaveLength(2);
  });

  it('pins every direct dependency to one version', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(wanted.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
  });
});
