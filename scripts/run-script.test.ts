import { describe, expect, it } from 'vitest';
import { PlainError } from './plain-error.ts';
import { explain } from './run-script.ts';

const failure = (message: string, code?: string) => Object.assign(new Error(message), code && { code });

describe('what the operator is told of a failure', () => {
  it.each([
    ['what we say plainly ourselves', new PlainError('Say "url".'), 'Say "url".'],
    ['a full disk', failure('write', 'ENOSPC'), 'There is no space left on the disk.'],
    [
      'a database that died',
      failure("\nInvalid `prisma.$queryRaw()` invocation:\n\n\nCan't reach database server", 'P1001'),
      "The database is gone or does not answer (Can't reach database server). What was done until then is kept. See " +
        'that it runs (the embedded one writes to postgres.log in DATA_DIR), then start again.',
    ],
  ])('%s', (_what, error, said) => {
    expect(explain(error)).toBe(said);
  });

  it('a fault of ours, with where it happened', () => {
    expect(explain(failure('undefined is not a function'))).toMatch(
      /^Error: undefined is not a function\n +at /,
    );
  });
});
