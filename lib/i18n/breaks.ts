/** Keeps one-letter words (Polish `w`, Ukrainian `в`) and numbers on the line of the word that follows. */
export function keepTogether(text: string): string {
  return text
    .replace(/(?<=^|[\s(„«‘>{])([wzioua]|[взіоуайє]) (?=\S)/giu, '$1\u00a0')
    .replace(/([#\d]) (?=\p{L})/gu, '$1\u00a0');
}
