import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { holdLock, withConnection } from '#scripts/database/connection.ts';

describe('the database', () => {
  it('is this file’s own, with the reference data of the city in it', async () => {
    const [row] = await db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
    expect(row?.name).toMatch(/^test_/);
    expect(await db.district.count()).toBe(18);
    expect(await db.category.count()).toBeGreaterThan(10);
  });

  it('sorts and lower-cases Polish', async () => {
    const rows = await db.$queryRaw<{ word: string }[]>`
      SELECT word FROM (VALUES ('łąka'), ('las'), ('mak'), ('Ćma'), ('cyrk'), ('Żuk'), ('zebra')) AS t(word) ORDER BY word`;
    expect(rows.map(({ word }) => word)).toEqual(['cyrk', 'Ćma', 'las', 'łąka', 'mak', 'zebra', 'Żuk']);
    const [lower] = await db.$queryRaw<{ word: string }[]>`SELECT lower('ŻÓŁĆ') AS word`;
    expect(lower?.word).toBe('żółć');
  });

  it('is worked on by one start after the other; who waits too long is told why', async () => {
    const url = env.DATABASE_URL ?? '';
    const wait = (seconds: number) => withConnection(url, (client) => holdLock(client, 1234, seconds));
    await withConnection(url, async (client) => {
      await holdLock(client, 1234, 1);
      await expect(wait(1)).rejects.toThrow(
        /^Another start has been at work on this database for 1 seconds\./,
      );
    });
    await expect(wait(1)).resolves.toBeUndefined();
  });

  it('keeps the secrets of this file apart', () => {
    expect(path.basename(env.DATA_DIR)).toMatch(/^test_/);
    expect(() => readFileSync(path.join(env.DATA_DIR, 'nothing'))).toThrow('ENOENT');
  });
});
