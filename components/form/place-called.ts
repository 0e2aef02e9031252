import type { PlaceSuggestion } from './picker-words.ts';

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('pl');

/** The one place that is called exactly as it was typed; null when there is none, or another of that name. */
export function placeCalled(typed: string, found: readonly PlaceSuggestion[]): PlaceSuggestion | null {
  const called = found.filter(({ label }) => plain(label) === plain(typed));
  return called.length === 1 ? (called[0] ?? null) : null;
}
