import { styleText } from 'node:util';

const COLOURED = Boolean(process.stdout.isTTY || process.env.FORCE_COLOR) && !process.env.NO_COLOR;
const paint = (format: Parameters<typeof styleText>[0], text: string) =>
  COLOURED ? styleText(format, text, { validateStream: false }) : text;

export const bold = (text: string) => paint('bold', text);
export const dim = (text: string) => paint('dim', text);
export const PASSED = paint('green', '✓');
export const FAILED = paint('red', '✗');
export const SKIPPED = paint('yellow', '–');

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** One line of the specification: mark, words, and what it took when that is worth a look. */
export function line(mark: string, words: string, milliseconds = 0): string {
  return `  ${mark} ${words}${milliseconds >= 1000 ? dim(`  ${seconds(milliseconds)}`) : ''}`;
}

/** A failure told in full, under a title that says where. */
export function failure(title: string, detail: string): string {
  const indented = detail
    .trimEnd()
    .split('\n')
    .map((each) => `    ${each}`);
  return ['', `  ${FAILED} ${bold(title)}`, ...indented].join('\n');
}

/** The line that everything ends with. */
export function verdict({ passed, failed }: { passed: number; failed: number }): string {
  return `${passed} passed, ${failed} failed`;
}
