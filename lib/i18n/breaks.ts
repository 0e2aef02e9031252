/**
 * Keeps one-letter words (Polish `w`, Ukrainian `в`) and numbers on the line of the word that follows. Not of a very long
 * one: the two would be wider than a phone's heading, and the word would break in its middle.
 */
export function keepTogether(text: string): string {
  return text
    .replace(/(?<=^|[\s(„«‘>{])([wzioua]|[взіоуайє]) (?!\p{L}{16})(?=\S)/giu, '$1\u00a0')
    .replace(/([#\d]) (?=\p{L})/gu, '$1\u00a0');
}
