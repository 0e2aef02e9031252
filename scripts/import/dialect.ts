/** How the cells of a table stand apart. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A first line `sep=;` is an instruction of a spreadsheet, not a header. */
const HINT = /^sep=(.)\r?\n/;

/** The delimiter that a spreadsheet wrote into the first line, with the length of that line. */
export function hintOf(start: string): { delimiter: Delimiter; length: number } | null {
  const [line, sign] = HINT.exec(start) ?? [];
  const delimiter = DELIMITERS.find((each) => each === sign);
  return line && delimiter ? { delimiter, length: line.length } : null;
}

const LINES_TO_LOOK_AT = 30;

/**
 * The delimiter that parts most lines of the beginning into the same number of cells as the header. Signs between
 * quotation marks do not count.
 */
export function detectDelimiter(start: string): Delimiter {
  const lines = unquoted(start).split(/\r?\n|\r/);
  // The last line may be cut off where the sample ends.
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).filter(Boolean).slice(0, LINES_TO_LOOK_AT);
  const rated = DELIMITERS.map((delimiter) => {
    const counts = whole.map((line) => line.split(delimiter).length - 1);
    const header = counts[0] ?? 0;
    const agreeing = counts.filter((count) => count === header).length;
    return { delimiter, score: header === 0 ? 0 : (agreeing / counts.length) * 100 + header };
  });
  return rated.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '');
}
