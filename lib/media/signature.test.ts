import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '#lib/platform/clock.ts';
import { isSigned, signedMediaPath } from './signature.ts';

vi.mock('#lib/platform/env.ts', () => ({ env: { keys: { media: 'a key' } } }));

const ID = '3f2c1d5e-8a4b-4c6d-9e7f-0a1b2c3d4e5f';
const OTHER = '3f2c1d5e-8a4b-4c6d-9e7f-0a1b2c3d4e5e';
const HOUR = 3_600_000;

const tokenOf = (path: string) => new URL(path, 'http://localhost').searchParams.get('t');

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-04T10:20:00Z'), toFake: ['Date'] }));
afterEach(() => {
  shiftClock(0);
  vi.useRealTimers();
});

describe('a signed address of a picture', () => {
  it('opens this picture in this size and no other', () => {
    const path = signedMediaPath(ID, 'thumb');
    expect(path).toMatch(new RegExp(`^/media/${ID}/thumb\\?t=[0-9a-z]+\\.[\\w-]{22}$`));
    expect(isSigned(ID, 'thumb', tokenOf(path))).toBe(true);
    expect(isSigned(ID, 'view', tokenOf(path))).toBe(false);
    expect(isSigned(OTHER, 'thumb', tokenOf(path))).toBe(false);
  });

  it('stays the same within an hour and holds for six at least, seven at most', () => {
    const path = signedMediaPath(ID, 'view');
    shiftClock(HOUR / 2);
    expect(signedMediaPath(ID, 'view')).toBe(path);
    shiftClock(HOUR);
    expect(signedMediaPath(ID, 'view')).not.toBe(path);
    shiftClock(6 * HOUR);
    expect(isSigned(ID, 'view', tokenOf(path))).toBe(true);
    shiftClock(7 * HOUR);
    expect(isSigned(ID, 'view', tokenOf(path))).toBe(false);
  });

  it('cannot be prolonged or bent', () => {
    const token = tokenOf(signedMediaPath(ID, 'view')) ?? '';
    const [expiry = '', signature = ''] = token.split('.');
    const later = (Number.parseInt(expiry, 36) + 3600).toString(36);
    const forged = [
      `${later}.${signature}`,
      `${expiry}.${'A'.repeat(22)}`,
      `${expiry}.`,
      expiry,
      '',
      `${token}x`,
      ' ',
    ];
    for (const attempt of [...forged, null]) expect(isSigned(ID, 'view', attempt)).toBe(false);
  });
});
