import type { z } from 'zod';
import { isLocale, type Locale } from '#lib/i18n/languages.ts';
import type { FieldErrors } from './errors.ts';

/** True when a program asks: it sends or accepts JSON and does not ask for a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  if (accept.includes('text/html')) return false;
  return (
    accept.includes('json') ||
    (request.headers.get('content-type') ?? '').includes('json') ||
    request.method === 'GET'
  );
}

/** The language of the page a form was sent from; Polish when nothing says. */
export function localeOf(request: Request): Locale {
  const referer = request.headers.get('referer');
  const first = referer && URL.canParse(referer) ? new URL(referer).pathname.split('/')[1] : undefined;
  return isLocale(first) ? first : 'pl';
}

/** zod's issues as field name → message keys. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? 'form');
    const key = /^(validation|admin)\.[\w.-]+$/.test(issue.message) ? issue.message : 'validation.invalid';
    fields[name] = [...new Set([...(fields[name] ?? []), key])];
  }
  return fields;
}

/** A path of ours that a form may name as the place to go back to; never another site. */
export function safePath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value))
    return null;
  // Read as a browser reads it: `/.//other.example` without its dot names another site.
  const path = new URL(value, 'http://portal.invalid').pathname;
  return value.includes('\\') || path.startsWith('//') ? null : value;
}

/** The same path with these added to its query; what it says of them already is replaced. */
export function withQuery(path: string, values: Record<string, string>): string {
  const url = new URL(path, 'http://portal.invalid');
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
