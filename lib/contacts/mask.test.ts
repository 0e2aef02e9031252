import { describe, expect, it } from 'vitest';
import { maskContact, maskEmail } from './mask.ts';

describe('a masked contact', () => {
  it.each([
    ['Jan Kowalski', 'J. K.'],
    ['  żaneta  kos-nowak ', 'Ż. K.'],
    ['Ola', 'O.'],
    ['Anna Maria Ewa Zofia Nowak', 'A. M. E.'],
    ['Олена Шевченко', 'О. Ш.'],
    ['𝒥an', '𝒥.'],
    ['"Jan" (sąsiad)', 'J. S.'],
    ['--', '…'],
  ])('tells of the name %j only %j', (name, masked) => {
    expect(maskContact({ name, email: null, phone: null }).name).toBe(masked);
  });

  it.each([
    ['jan.kowalski@example.com', 'j…@example.com'],
    ['j@example.com', 'j…@example.com'],
    ['a@b@example.com', 'a…@example.com'],
    ['@example.com', '@…@example.com'],
    ['jan', 'j…'],
  ])('tells of the address %j only %j', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([
    ['+48600100123', '··· ··· 123'],
    ['+380 67 123 45 67', '··· ··· 567'],
  ])('tells of the number %j only %j', (phone, masked) => {
    expect(maskContact({ name: null, email: null, phone }).phone).toBe(masked);
  });

  it('has nothing where nothing was given', () => {
    const nothing = { name: null, email: null, phone: null };
    expect(maskContact(nothing)).toEqual(nothing);
  });
});
