import { describe, expect, it } from 'vitest';
import { formatEntry } from './logger.ts';

const AT = new Date('2026-03-04T05:06:07Z');

function entry(fields: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(formatEntry('error', 'it broke', fields, AT));
}

describe('a log entry', () => {
  it('is one line, whatever the message holds', () => {
    expect(formatEntry('info', 'two\nlines', { text: 'a\r\nb' }, AT)).not.toMatch(/[\r\n]/);
  });

  it('says when, how bad, and what', () => {
    expect(entry({ requestId: 'r1' })).toEqual({
      at: '2026-03-04T05:06:07.000Z',
      level: 'error',
      message: 'it broke',
      requestId: 'r1',
    });
  });

  it('holds an exception with its code and causes', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect(entry({ error: new Error('no database', { cause }) }).error).toMatchObject({
      name: 'Error',
      message: 'no database',
      cause: { message: 'refused', code: 'ECONNREFUSED' },
    });
  });

  it('leaves out the values that a validation error of the database client repeats', () => {
    const error = new Error('Invalid call:\n{ email: "anna@example.pl" }\n\nUnknown argument `emial`.');
    error.name = 'PrismaClientValidationError';
    const line = formatEntry('error', 'it broke', { error }, AT);
    expect(line).toContain('Unknown argument `emial`.');
    expect(line).not.toContain('anna@example.pl');
  });

  it('writes large row numbers', () => {
    expect(entry({ eventId: 12n }).eventId).toBe('12');
  });
});
