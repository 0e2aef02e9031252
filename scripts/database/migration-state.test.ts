import { describe, expect, it } from 'vitest';
import { type AppliedMigration, compareMigrations } from './migration-state.ts';

const FILES = [
  { name: '01_init', checksum: 'a' },
  { name: '02_more', checksum: 'b' },
];

function row(name: string, values: Partial<AppliedMigration> = {}): AppliedMigration {
  const checksum = FILES.find((file) => file.name === name)?.checksum ?? 'x';
  return { name, checksum, finished: true, rolledBack: false, logs: null, ...values };
}

describe('migrations', () => {
  it('are all pending on an empty database', () => {
    expect(compareMigrations(FILES, []).pending).toEqual(['01_init', '02_more']);
  });

  it('are done when the database has them all', () => {
    const state = compareMigrations(FILES, [row('01_init'), row('02_more')]);
    expect(state).toEqual({ pending: [], failed: [], changed: [], unknown: [] });
  });

  it('stop at one that failed', () => {
    const state = compareMigrations(FILES, [row('01_init'), row('02_more', { finished: false, logs: 'oh' })]);
    expect(state.failed).toEqual([{ name: '02_more', logs: 'oh' }]);
    expect(state.pending).toEqual(['02_more']);
  });

  it('count by the good attempt after a failed one was rolled back', () => {
    const rows = [row('01_init', { finished: false, rolledBack: true }), row('01_init'), row('02_more')];
    expect(compareMigrations(FILES, rows)).toMatchObject({ pending: [], failed: [] });
  });

  it('tell what was edited afterwards and what a newer version applied', () => {
    const state = compareMigrations(FILES, [
      row('01_init', { checksum: 'z' }),
      row('02_more'),
      row('03_future'),
    ]);
    expect(state).toMatchObject({ pending: [], changed: ['01_init'], unknown: ['03_future'] });
  });
});
