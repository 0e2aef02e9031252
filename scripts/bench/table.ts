/** One line of the result: A compared with B, and how much more A may be. */
export type Row = {
  what: string;
  a: string;
  b: string;
  ratio: number;
  /** The most the ratio may be; for what must stay near 1 also the least. None: said so that it is known. */
  bar?: { most: number; least?: number };
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = low] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]];
  return (low + high) / 2;
}

export const milliseconds = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
export const kilobytes = (value: number) => `${(value / 1024).toFixed(1)} kB`;

const holds = ({ ratio, bar }: Row) => !bar || (ratio <= bar.most && ratio >= (bar.least ?? 0));

function barWords({ bar }: Row): string {
  if (!bar) return '–';
  return bar.least === undefined ? `≤ ${bar.most}` : `${bar.least}–${bar.most}`;
}

function cells(row: Row): string[] {
  const verdict = row.bar ? (holds(row) ? 'yes' : 'NO') : '–';
  return [row.what, row.a, row.b, row.ratio.toFixed(2), barWords(row), verdict];
}

const HEADERS = ['what', 'A', 'B', 'A : B', 'bar', 'holds'];

/** As a table of Markdown, which is as readable in a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEADERS, ...rows.map(cells)];
  const widths = HEADERS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(HEADERS), rule, ...lines.slice(1).map(line)].join('\n');
}

export function failures(rows: readonly Row[]): Row[] {
  return rows.filter((row) => !holds(row));
}
