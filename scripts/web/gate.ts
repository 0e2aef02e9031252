import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { errorHtml } from '#lib/platform/error-html.ts';

/** For pages of ours that no nonce was made for: they are drawn by the server and run nothing. */
const PAGE_POLICY =
  "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * True for an address that names nothing: a percent sign that stands for no letter, on which Next fails before any page
 * of ours is asked, or NUL, which no database compares; and for what is no path, like `*` or another site's address, to
 * which Next would lead.
 */
export function isUnreadable(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  if (!path.startsWith('/')) return true;
  try {
    // Twice, as it is read on the way through the rewriting of languages.
    decodeURIComponent(decodeURIComponent(path));
    return url.includes('%00');
  } catch {
    return true;
  }
}

/** Nothing can be there: the page that says so. */
export function answerMissing(response: ServerResponse): void {
  const page = { status: 404, code: 'NOT_FOUND', messageKey: 'errors.notFound', locale: 'pl' };
  response.writeHead(404, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  response.end(errorHtml({ ...page, requestId: randomUUID() }));
}

/** Every answer has a content security policy; whoever sets one of their own keeps it. */
export function withPolicy(response: ServerResponse): void {
  const writeHead = response.writeHead as (...given: unknown[]) => ServerResponse;
  response.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    const headers = given.find((one) => one !== null && typeof one === 'object') as Record<string, unknown>;
    const type = String(headers?.['content-type'] ?? this.getHeader('content-type') ?? '');
    if (!this.hasHeader('content-security-policy') && headers?.['content-security-policy'] === undefined) {
      this.setHeader('content-security-policy', type.startsWith('text/html') ? PAGE_POLICY : DATA_POLICY);
    }
    return writeHead.apply(this, given);
  } as ServerResponse['writeHead'];
}
