/** The selectors of every plural in an ICU message, one list for each. */
export function pluralSelectors(message: string): string[][] {
  return [...message.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)].map((match) =>
    selectors(message, (match.index ?? 0) + match[0].length),
  );
}

/** Words that stand before a brace at the first depth, from here to the end of the plural. */
function selectors(message: string, from: number): string[] {
  const found: string[] = [];
  let word = '';
  let depth = 0;
  for (const sign of message.slice(from)) {
    if (sign === '}' && depth === 0) break;
    if (sign === '{' && depth === 0) found.push(word.trim());
    if (sign === '{' || sign === '}') {
      depth += sign === '{' ? 1 : -1;
      word = '';
    } else if (depth === 0) word += sign;
  }
  return found;
}

/** Where a line could break between words that belong together: after a one-letter word, and after a plural's number. */
export function badBreaks(message: string): string[] {
  return [...message.matchAll(/(?<![\p{L}\p{N}\\-])[aiouwzAIOUWZ] [\p{L}{<„\d#]|# \p{L}/gu)].map(
    ([text]) => text,
  );
}
