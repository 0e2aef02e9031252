import 'server-only';
import type { Room } from '#lib/i18n/catalog.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import { isDatabaseAway } from './database-away.ts';
import { errorHtml } from './error-html.ts';
import { AppError, type FieldErrors } from './errors.ts';
import { keepFormState } from './form-state.ts';
import { safePath, wantsJson, withQuery } from './http-request.ts';
import { hit } from './limits.ts';
import { logger } from './logger.ts';
import { withLostPhotos } from './lost-photos.ts';
import type { Fields } from './request-body.ts';
import { RETRY_SECONDS } from './status.ts';

type Failed = {
  request: Request;
  error: AppError;
  fields: Fields;
  files: { field: string; bytes: number }[];
  requestId: string;
  clientAddress: string;
  locale: string;
};

/** Expected errors pass; anything else is logged once with its number and shown as that number. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  const code = isDatabaseAway(error) ? 'OVERLOADED' : 'FAULT';
  logger.error('request failed', { requestId, code, error });
  return new AppError(code, code === 'OVERLOADED' ? { retryAfter: RETRY_SECONDS } : {});
}

/** problem+json for a program; for a form, back to it with its values, or a whole page that says what to do. */
export async function errorResponse(refused: Failed): Promise<Response> {
  if (wantsJson(refused.request)) return problemJson(refused);
  const back = safePath(refused.fields.back);
  const overdone = back ? await tooManyKept(refused) : null;
  const failed = overdone ? { ...refused, error: overdone } : refused;
  const kept = back && !overdone ? await keep(failed) : null;
  const to = back && kept ? withQuery(back, { f: kept }) : back;
  if (failed.error.code === 'INVALID' && to) {
    return new Response(null, { status: 303, headers: headersOf(failed, { location: to }) });
  }
  const html = errorHtml({
    status: failed.error.status,
    code: failed.error.code,
    messageKey: failed.error.messageKey,
    locale: failed.locale,
    requestId: failed.requestId,
    back: to,
  });
  return new Response(html, { status: failed.error.status, headers: headersOf(failed, PAGE_HEADERS) });
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'",
};

/** Whoever had very many forms refused is told that instead, and no more of them are kept. */
async function tooManyKept({ error, clientAddress }: Failed): Promise<AppError | null> {
  // With the database away there is no counting, and no keeping either.
  if (error.code === 'OVERLOADED') return null;
  const full = await hit('keptForm', clientAddress).catch((reason: unknown) => reason);
  return full instanceof AppError ? full : null;
}

/** What was typed is kept even when the database that keeps it is the thing that failed: then it cannot be. */
async function keep({ error, fields, files, requestId }: Failed): Promise<string | null> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') values[name] = value;
    else if (Array.isArray(value)) values[name] = value.filter((item) => typeof item === 'string');
  }
  const wrong = error.details.fields ?? {};
  const state = {
    values,
    errors: error.details.photos === undefined ? withLostPhotos(wrong, { files, fields }) : wrong,
    photos: error.details.photos ?? undefined,
    code: error.code,
    messageKey: error.messageKey,
  };
  return keepFormState(state).catch((reason) => {
    logger.error('form not kept', { requestId, error: reason });
    return null;
  });
}

function headersOf({ error, requestId }: Failed, more: Record<string, string>): Headers {
  const headers = new Headers({
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...more,
  });
  if (error.details.retryAfter) headers.set('retry-after', String(error.details.retryAfter));
  return headers;
}

/** RFC 9457, with the fields' messages in the person's language and their keys for programs. */
function problemJson(failed: Failed): Response {
  const { error, requestId, locale } = failed;
  const title = say(locale, error.messageKey);
  const body = {
    type: 'about:blank',
    title,
    status: error.status,
    code: error.code,
    instance: requestId,
    ...(error.details.fields && { errors: translated(locale, error.details.fields) }),
    ...(error.details.current && { current: error.details.current }),
  };
  const headers = headersOf(failed, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': textLocale(locale),
  });
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

function translated(locale: string, fields: FieldErrors): Record<string, { key: string; message: string }[]> {
  const entries = Object.entries(fields).map(([name, keys]) => [
    name,
    keys.map((key) => ({ key, message: say(locale, key) })),
  ]);
  return Object.fromEntries(entries);
}

/** A message by its full key, `room.path`. */
function say(locale: string, key: string): string {
  const at = key.indexOf('.');
  return translator(locale, key.slice(0, at) as Room)(key.slice(at + 1));
}
