import { describe, expect, it } from 'vitest';
import { pathPart } from './path-part.ts';

describe('a part of a path', () => {
  it.each([
    ['KRK-2026-004217', 'KRK-2026-004217'],
    ['ABCD%20EFGH', 'ABCD EFGH'],
    ['%25', '%'],
    ['%', '%'],
    ['%E0%A4%A', '%E0%A4%A'],
  ])('%s is read as %s, and never a fault', (given, read) => expect(pathPart(given)).toBe(read));
});
