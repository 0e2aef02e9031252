import type { z } from 'zod';
import { isLocale, type Locale, localeOfPath, textLocale, withoutLocale } from '#lib/i18n/languages.ts';
import type { FieldErrors } from './errors.ts';
import type { Fields } from './request-body.ts';

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

/**
 * The language in which somebody speaks to us: what a program says (`lang`), or the page that a form goes back to or
 * came from. Null when nothing says.
 */
export function spokenLocale(request: Request, fields: Fields = {}): Locale | null {
  if (isLocale(fields.lang)) return fields.lang;
  const back = safePath(fields.back);
  if (back) return localeOfPath(back);
  const referer = request.headers.get('referer');
  return referer && URL.canParse(referer) ? localeOfPath(new URL(referer).pathname) : null;
}

/** The language to answer in: the spoken one, else what the browser asks for, else Polish. */
export function localeOf(request: Request, fields: Fields = {}): Locale {
  return spokenLocale(request, fields) ?? preferredOf(request.headers.get('accept-language') ?? '');
}

const MOST_PREFERRED = 20;

/** The first of our languages in an `accept-language`, by its weights. */
function preferredOf(header: string): Locale {
  const asked = header
    .slice(0, 500)
    .split(',', MOST_PREFERRED)
    .map((part) => {
      const [range = '', weight = ''] = part.trim().split(';');
      return {
        code: range.trim().split('-')[0]?.toLowerCase(),
        weight: Number(weight.split('=')[1] ?? 1) || 0,
      };
    });
  const best = asked
    .sort((a, b) => b.weight - a.weight)
    .find(({ code, weight }) => weight > 0 && isLocale(code));
  return textLocale(best?.code ?? '');
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

/** Whether a path leads to a page for staff, in whichever language. */
export function isStaffPath(path: string): boolean {
  return /^\/staff(?![^/?#])/.test(withoutLocale(localeOfPath(path), path));
}

/** The same path with these added to its query; what it says of them already is replaced. */
export function withQuery(path: string, values: Record<string, string>): string {
  const url = new URL(path, 'http://portal.invalid');
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
