import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

describe('the fingerprint of the sources', () => {
  let root: string;
  const of = (exclude?: (file: string) => boolean) =>
    fingerprint(root, { include: ['app', 'next.config.ts', 'not-there'], ...(exclude && { exclude }) });

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'));
    mkdirSync(path.join(root, 'app', 'deep'), { recursive: true });
    writeFileSync(path.join(root, 'app', 'deep', 'page.tsx'), 'one');
    writeFileSync(path.join(root, 'app', 'page.test.ts'), 'test');
    writeFileSync(path.join(root, 'next.config.ts'), 'config');
    writeFileSync(path.join(root, 'unrelated.txt'), 'x');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('stays when only times and unrelated files change', () => {
    const before = of();
    utimesSync(path.join(root, 'app', 'deep', 'page.tsx'), 1, 1);
    writeFileSync(path.join(root, 'unrelated.txt'), 'y');
    expect(of()).toBe(before);
  });

  it('changes with content, with a name and with a new file', () => {
    const seen = [of()];
    writeFileSync(path.join(root, 'app', 'deep', 'page.tsx'), 'two');
    seen.push(of());
    renameSync(path.join(root, 'app', 'deep', 'page.tsx'), path.join(root, 'app', 'deep', 'view.tsx'));
    seen.push(of());
    writeFileSync(path.join(root, 'app', 'new.ts'), '');
    seen.push(of());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('changes with the salt', () => {
    const salted = (salt: string) => fingerprint(root, { include: ['app'], salt: [salt] });
    expect(salted('v22')).not.toBe(salted('v24'));
  });

  it('does not look at what is left out', () => {
    const before = of((file) => file.endsWith('.test.ts'));
    writeFileSync(path.join(root, 'app', 'page.test.ts'), 'other');
    expect(of((file) => file.endsWith('.test.ts'))).toBe(before);
  });
});
