import { describe, expect, it } from 'vitest';
import { formatPhone, INFOLINE } from './phone.ts';

describe('phone numbers as they are read aloud', () => {
  it.each([
    [INFOLINE, '12 616 55 55'],
    ['+48600000000', '600 000 000'],
    ['+420123456789', '+420123456789'],
    ['112', '112'],
  ])('%s is %s', (phone, spoken) => {
    expect(formatPhone(phone, 'pl').replaceAll('\u00a0', ' ')).toBe(spoken);
  });

  it.each(['en', 'uk'])('have the country before them in %s', (locale) => {
    expect(formatPhone(INFOLINE, locale).replaceAll('\u00a0', ' ')).toBe('+48 12 616 55 55');
    expect(formatPhone('112', locale)).toBe('112');
  });
});
