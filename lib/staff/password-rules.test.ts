import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-rules.ts';

const account = { email: 'anna.przykladowa@kontakt.example', current: 'the one before this' };
const fault = (password: string) => passwordFault(password, account);

describe('a new password', () => {
  it.each([
    'trzy kotki na płocie',
    'MostGrunwaldzki i Wisła',
    'czerwony-tramwaj-nr-8',
    'w7Jq-zz81-kkPm',
    'пароль з багатьох слів',
  ])('may be a sentence or random signs: %s', (password) => {
    expect(fault(password)).toBeNull();
  });

  it('has twelve signs at least, and two hundred at most', () => {
    expect(fault('krótkie-x')).toBe('tooShort');
    expect(fault('różne słowa '.repeat(20))).toBe('tooLong');
  });

  it.each([
    'aaaaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    'password1234',
    'Qwertyuiop12',
    'Krakow2026!!!!',
    'krakow-kontakt-1',
    'haslohaslo123',
  ])('is not what everybody tries first: %s', (password) => {
    expect(fault(password)).toBe('common');
  });

  it('is not the e-mail address with something added', () => {
    expect(fault('anna.przykladowa@kontakt.example')).toBe('likeEmail');
    expect(fault('Anna.Przykladowa2026')).toBe('likeEmail');
  });

  it('is not the present one', () => {
    expect(fault(account.current)).toBe('unchanged');
  });
});
