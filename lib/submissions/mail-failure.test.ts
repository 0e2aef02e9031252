import { expect, it } from 'vitest';
import { failureWord } from './mail-failure.ts';

it('a failure of the mail is told by what can be done about it, never by its code', () => {
  const codes = ['BAD_ADDRESS', 'NO_ADDRESS', 'SMTP_550', 'SMTP_451', 'SMTP_CONNECT', 'FAULT', null];
  expect(codes.map(failureWord)).toEqual([
    'address',
    'noAddress',
    'refused',
    'network',
    'network',
    'fault',
    'network',
  ]);
});
