import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { categoryInput, contactInput, photosInput, placeInput, whatInput } from './schema.ts';

const errorsOf = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? null : parsed.error.issues.map(({ path, message }) => [path[0], message]);
};

describe('what happened', () => {
  it.each([{}, { text: '' }, { text: ' \n\t ' }, { text: '\u0000\u0007' }])('%j needs words', (fields) => {
    expect(errorsOf(whatInput, fields)).toEqual([['text', 'validation.textRequired']]);
  });

  it('takes five thousand characters and not one more', () => {
    expect(errorsOf(whatInput, { text: 'ż'.repeat(5000) })).toBeNull();
    expect(errorsOf(whatInput, { text: 'ż'.repeat(5001) })).toEqual([['text', 'validation.tooLong']]);
  });

  it('loses control characters and keeps lines', () => {
    expect(whatInput.parse({ text: '\u0007Dziura\r\nprzy szkole\u0000 ' }).text).toBe('Dziura\nprzy szkole');
  });
});

describe('a kind of problem', () => {
  it('has to be chosen', () => {
    expect(errorsOf(categoryInput, {})).toEqual([['category', 'validation.categoryRequired']]);
    expect(errorsOf(categoryInput, { category: ['a', 'b'] })).toEqual([
      ['category', 'validation.categoryRequired'],
    ]);
    expect(categoryInput.parse({ category: ' kosz ' })).toEqual({ category: 'kosz' });
  });
});

describe('a place', () => {
  it('is a point in degrees, with a point or a comma', () => {
    expect(placeInput.parse({ lat: '50,0614', lng: '19.9383' })).toMatchObject({
      lat: 50.0614,
      lng: 19.9383,
    });
    expect(placeInput.parse({ lat: 50.06, lng: 19.93 })).toMatchObject({ lat: 50.06, lng: 19.93 });
  });

  it.each([
    { lat: '50.06' },
    { lat: 'tu', lng: 'tam' },
    { lat: '500', lng: '19.9' },
    { lat: 'Infinity', lng: '19.9' },
    { lat: '', lng: '19.9' },
  ])('%j is no point', (fields) => {
    expect(errorsOf(placeInput, fields)?.map(([, message]) => message)).toContain('validation.placePin');
  });

  it('leaves what is empty out', () => {
    expect(placeInput.parse({ address: ' ', lat: '', lng: '', description: '', way: 'elsewhere' })).toEqual({
      way: undefined,
      address: undefined,
      nearby: undefined,
      description: undefined,
      lat: undefined,
      lng: undefined,
      approximate: false,
      choice: undefined,
      pinned: undefined,
    });
  });

  it('keeps an address on one line', () => {
    expect(placeInput.parse({ address: ' Długa\r\n12  m. 3' }).address).toBe('Długa 12 m. 3');
    expect(errorsOf(placeInput, { address: 'a'.repeat(20_000) })).toEqual([
      ['address', 'validation.tooLong'],
    ]);
  });
});

describe('who reports', () => {
  it('may stay unsaid', () => {
    expect(contactInput.parse({ name: '', email: '  ', phone: '' })).toEqual({});
  });

  it('drops what is not asked for', () => {
    expect(contactInput.parse({ name: 'Ola', role: 'ADMINISTRATOR' })).toEqual({ name: 'Ola' });
  });
});

describe('photos', () => {
  it('are taken away by their id only', () => {
    expect(photosInput.parse({ remove: '../etc', stay: '1' })).toEqual({ remove: undefined, stay: true });
  });
});
