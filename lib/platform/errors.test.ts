import { describe, expect, it } from 'vitest';
import { AppError, ERROR_TABLE, type ErrorCode } from './errors.ts';

const codes = Object.keys(ERROR_TABLE) as ErrorCode[];

describe('an expected error', () => {
  it.each(codes)('%s has the status and the message of the table', (code) => {
    const error = new AppError(code);
    expect(error).toBeInstanceOf(Error);
    expect(error.status).toBe(ERROR_TABLE[code].status);
    expect(error.messageKey).toBe(ERROR_TABLE[code].message);
  });

  it('every status is one that a failed request may answer with', () => {
    for (const { status } of Object.values(ERROR_TABLE)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThanOrEqual(599);
    }
  });

  it('every message is told in the errors room, and no two codes share one', () => {
    const messages = Object.values(ERROR_TABLE).map(({ message }) => message);
    expect(messages.filter((message) => !/^errors\.[a-zA-Z]+$/.test(message))).toEqual([]);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it('may have a more exact message, and carries its details', () => {
    const error = new AppError('INVALID', {
      message: 'errors.tooLong',
      fields: { text: ['validation.tooLong'] },
    });
    expect(error.messageKey).toBe('errors.tooLong');
    expect(error.status).toBe(422);
    expect(error.details.fields).toEqual({ text: ['validation.tooLong'] });
  });

  it('its text is the code alone, so that a log never holds what a person typed', () => {
    const error = new AppError('CONFLICT', { current: { status: 'FORWARDED' } });
    expect(error.message).toBe('CONFLICT');
    expect(String(error)).toBe('AppError: CONFLICT');
  });
});
