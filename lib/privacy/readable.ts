import { formatDate } from '#lib/i18n/dates.ts';
import { translator } from '#lib/i18n/translator.ts';

type Words = { label: (key: string) => string; value: (key: string, value: unknown) => string };

/** What only holds others together in the data: its parts are said as if they stood beside it. */
const MERGED = new Set(['event', 'submission', 'call']);

/** An export as lines that a person can read: what the JSON says, in words, indented, with dates as people write them. */
export function readable(data: unknown, locale: string): string {
  const title = translator(locale, 'admin')('privacy.readable');
  return `${title}\n\n${lines(JSON.parse(JSON.stringify(data)), '', wordsIn(locale)).join('\n')}\n`;
}

function lines(value: unknown, indent: string, words: Words): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => [`${indent}${index + 1}.`, ...lines(each, `${indent}  `, words)]);
  }
  if (value === null || typeof value !== 'object') return [`${indent}${String(value)}`];
  return Object.entries(value)
    .filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0))
    .flatMap(([key, each]) => {
      if (MERGED.has(key)) return lines(each, indent, words);
      if (typeof each !== 'object') return [`${indent}${words.label(key)}: ${words.value(key, each)}`];
      return [`${indent}${words.label(key)}:`, ...lines(each, `${indent}  `, words)];
    });
}

/** Codes in words. What has none is said as it is, so that nothing is kept from whoever asked. */
function wordsIn(locale: string): Words {
  const admin = translator(locale, 'admin');
  const statuses = translator(locale, 'statuses');
  const staff = translator(locale, 'staff');
  const codes: Record<string, (code: string) => string> = {
    status: (code) => known(statuses(code), code),
    outcome: (code) => known(statuses(code), code),
    channel: (code) => known(staff(`channels.${code}`), code),
    by: (code) => known(staff(`roles.${code}`), code),
  };
  return {
    label: (key) => known(admin(`privacy.export.labels.${key}`), key),
    value: (key, value) => {
      const text = String(value);
      if (/^\d{4}-\d\d-\d\dT/.test(text)) return formatDate(locale, new Date(text), 'short');
      if (codes[key]) return codes[key](text);
      return CODED.has(key) ? known(admin(`privacy.export.values.${key}.${text}`), text) : text;
    },
  };
}

const CODED = new Set(['kind', 'purpose', 'role', 'actorKind', 'state', 'template']);

/** A translator that has no such words gives the key back, which ends in the code. */
const known = (words: string, code: string) => (words.endsWith(`.${code}`) ? code : words);
