import { expect, it } from 'vitest';
import { cut } from './cut.ts';

it.each([
  ['dziura', 3, 'dzi'],
  ['dziura', 10, 'dziura'],
  ['ab🐢', 3, 'ab'],
  ['ab🐢', 4, 'ab🐢'],
  ['🐢', 0, ''],
])('%s cut after %i is "%s"', (text, most, left) => expect(cut(text, most)).toBe(left));
