import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeys, storedSecret } from './secrets.ts';

describe('a stored secret', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'secrets-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once and stays', () => {
    const first = storedSecret(folder, 'app-secret');
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(storedSecret(folder, 'app-secret')).toBe(first);
    expect(storedSecret(folder, 'another')).not.toBe(first);
  });

  it('is for its owner only and leaves no draft behind', () => {
    storedSecret(folder, 'app-secret');
    expect(readdirSync(path.join(folder, 'secrets'))).toEqual(['app-secret']);
    expect(statSync(path.join(folder, 'secrets')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'secrets', 'app-secret')).mode & 0o777).toBe(0o600);
  });

  it('is not needed when one is given', () => {
    readKeys('given from outside', folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
