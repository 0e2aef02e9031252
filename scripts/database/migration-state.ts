import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A migration in the project's folder. The checksum is the one Prisma keeps: SHA-256 of migration.sql in hex. */
export type Migration = { name: string; checksum: string };

/** A row of `_prisma_migrations`. */
export type AppliedMigration = {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
  logs: string | null;
};

/** What stands between the folder and the database. */
export type MigrationState = {
  /** In the folder, not applied yet. */
  pending: string[];
  /** Begun and not ended: nothing more may be applied until a person looked. */
  failed: { name: string; logs: string | null }[];
  /** Applied, and edited afterwards. */
  changed: string[];
  /** Applied by a newer version of this program. */
  unknown: string[];
};

/** The project's migrations in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'));
      return { name, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Compares the folder with the database. A migration tried again after a failure counts by its good attempt. */
export function compareMigrations(files: Migration[], rows: AppliedMigration[]): MigrationState {
  const valid = rows.filter((row) => !row.rolledBack);
  const applied = new Map(valid.filter((row) => row.finished).map((row) => [row.name, row.checksum]));
  const known = new Set(files.map((file) => file.name));
  return {
    pending: files.filter((file) => !applied.has(file.name)).map((file) => file.name),
    failed: valid.filter((row) => !row.finished).map(({ name, logs }) => ({ name, logs })),
    changed: files
      .filter((f) => applied.has(f.name) && applied.get(f.name) !== f.checksum)
      .map((f) => f.name),
    unknown: [...applied.keys()].filter((name) => !known.has(name)),
  };
}
