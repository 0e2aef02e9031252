type Cell = string | number | boolean | null | undefined;

/** A spreadsheet would run what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",;\n\r]/;

/** How a file of a table is written. */
type Style = {
  /** What stands between whole and part of a number. Where it is a comma, spreadsheets part their cells by semicolons. */
  decimal?: '.' | ',';
};

/** Tells spreadsheets that the letters are UTF-8. */
const BOM = '\ufeff';

function cell(value: Cell, decimal: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', decimal) : '';
  const text = String(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Rows as CSV (RFC 4180, UTF-8 with a mark; commas unless a language writes its numbers with them). Words that a
 * spreadsheet would run are defused; numbers stay.
 */
export function csv(rows: readonly (readonly Cell[])[], style: Style = {}): string {
  return `${BOM}${rows.map((row) => csvLine(row, style)).join('')}`;
}

/** One more row of it, for what is too long to be held at once. */
export function csvLine(row: readonly Cell[], { decimal = '.' }: Style = {}): string {
  return `${row.map((value) => cell(value, decimal)).join(decimal === ',' ? ';' : ',')}\r\n`;
}

/** Headers of a CSV file that is saved under this name. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
  };
}
