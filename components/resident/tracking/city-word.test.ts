import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#lib/submissions/dto.ts';
import { cityWordIn } from './city-word.ts';

const entry = (type: string, text: string | null) =>
  ({ type, messages: [{ role: 'EXPLANATION', text, locale: 'pl' }] }) as unknown as TimelineEntry;
const silent = (type: string) => ({ type, messages: [] }) as unknown as TimelineEntry;

describe('what the city says of an idea', () => {
  it('is its last word', () => {
    const accepted = entry('accept', 'Zrobimy to wiosną.');
    expect(cityWordIn([accepted, entry('start-review', 'Oceniamy.'), silent('publish')])).toBe(accepted);
  });

  it('is nothing where it said nothing, or where its words are gone', () => {
    const said = entry('start-review', 'Oceniamy.');
    expect(cityWordIn([silent('start-review'), silent('publish')])).toBeNull();
    expect(cityWordIn([entry('accept', null), said])).toBe(said);
  });
});
