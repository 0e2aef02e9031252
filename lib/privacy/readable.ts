import { formatDate } from '#lib/i18n/dates.ts';
import { translator } from '#lib/i18n/translator.ts';

/** An export as lines that a person can read: what the JSON says, indented, with dates in words. */
export function readable(data: unknown): string {
  const t = translator('pl', 'admin');
  return `${t('privacy.readable')}\n\n${lines(JSON.parse(JSON.stringify(data)), '').join('\n')}\n`;
}

function lines(value: unknown, indent: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => [`${indent}${index + 1}.`, ...lines(each, `${indent}  `)]);
  }
  if (value === null || typeof value !== 'object') return [`${indent}${said(value)}`];
  return Object.entries(value)
    .filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0))
    .flatMap(([key, each]) =>
      typeof each === 'object'
        ? [`${indent}${key}:`, ...lines(each, `${indent}  `)]
        : [`${indent}${key}: ${said(each)}`],
    );
}

function said(value: unknown): string {
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT/.test(text) ? formatDate('pl', new Date(text), 'short') : text;
}
