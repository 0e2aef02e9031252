import type { IncomingMessage } from 'node:http';
import { localeOfPath, withoutLocale } from '#lib/i18n/languages.ts';

/** Pages that are the same for everybody who is not known, in each language. */
const PAGES =
  /^\/(?:zgloszenia(?:\/[A-Z]{3}-\d{4}-\d+)?|pomysly|karty-uslug(?:\/[\w-]+)?|statystyki(?:\/[\w-]+)?)?$/;

/** What may be chosen on them. What a person typed is not among it, nor where a form was kept or a map was moved. */
const CHOICES = new Set([
  ...['kind', 'status', 'category', 'department', 'district', 'from', 'to'],
  ...['view', 'rodzaj', 'after', 'before'],
]);

const LONGEST = 300;

/** Headers by which a request says who it is, brings something along, or asks for less than the document. */
const PARTICULAR =
  /^(?:cookie|authorization|content-length|transfer-encoding|range|rsc|next-.*|x-nextjs-.*|x-prerender-.*)$/;

/**
 * The address, when this asks for a document that is the same for everybody; otherwise undefined. Our pages know a
 * person by cookies alone, so whoever sends one, whatever it says, is not anonymous.
 */
export function anonymousAddress({ method, url = '', headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || url.length > LONGEST) return undefined;
  if (Object.keys(headers).some((name) => PARTICULAR.test(name))) return undefined;
  const path = url.split('?', 1)[0] ?? '';
  if (!PAGES.test(withoutLocale(localeOfPath(path), path))) return undefined;
  // All that follows the first question mark: another one may stand within a value, and more choices after it.
  const names = [...new URLSearchParams(url.slice(path.length)).keys()];
  return names.every((name) => CHOICES.has(name)) ? url : undefined;
}
