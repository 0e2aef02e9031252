import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieIn, openToken, SESSION_COOKIE } from '#lib/access/session-token.ts';
import { localeOfPath } from '#lib/i18n/languages.ts';
import { errorHtml } from '#lib/platform/error-html.ts';
import { RETRY_SECONDS } from '#lib/platform/status.ts';
import { anonymousAddress } from './kept/anonymous.ts';

/**
 * Different pages that are drawn for one address at the same moment. Thirty browsers with all their connections busy
 * reach it: a school or an office behind one address does not, a program that asks for a thousand pages does.
 */
const MOST_AT_ONCE = 200;

/** Files, and what is counted by its own route; whatever else is asked for, and by whatever method, is drawn. */
const NO_PAGE = /^\/(?:(?:api|media|open311|_next)\/|[\w-]+\.\w{2,11}$)/;

type UnderWay = Map<ServerResponse, string>;

/**
 * Keeps one address from taking all there is: pages beyond its share are refused before anything is asked of the
 * database, and all others get theirs. Whoever looks at a page that everybody is given takes no place beside the first.
 * Kept in memory, and only while an answer is under way.
 */
export function crowd(most = MOST_AT_ONCE) {
  const clients = new Map<string, UnderWay>();
  return {
    /** Counts a page in until its answer is over; false when this address has its share already. */
    async admits(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      if (NO_PAGE.test(pathOf(request))) return true;
      const client = String(request.headers['x-client-address']);
      const page = anonymousAddress(request) ?? randomUUID();
      if (isFull(clients.get(client), page, most) && !(await isStaff(request))) return false;
      const underWay = clients.get(client) ?? new Map<ServerResponse, string>();
      clients.set(client, underWay.set(response, page));
      response.once('close', () => {
        underWay.delete(response);
        if (underWay.size === 0 && clients.get(client) === underWay) clients.delete(client);
      });
      return true;
    },
  };
}

/** As Next reads it: `/api/../zgloszenia` is the list, and no route of a program's. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(`http://portal${url}`).pathname;
}

function isFull(underWay: UnderWay | undefined, page: string, most: number): boolean {
  if (!underWay || underWay.size < most) return false;
  // An answer whose turn never came is not told that its connection is gone.
  for (const response of underWay.keys()) if (response.req.socket.destroyed) underWay.delete(response);
  const pages = new Set(underWay.values());
  return pages.size >= most && !pages.has(page);
}

/** Looked at only when it matters. That the account is still there is asked by the page itself. */
async function isStaff({ headers }: IncomingMessage): Promise<boolean> {
  const value = cookieIn(headers.cookie, SESSION_COOKIE);
  return value !== undefined && (await openToken(value)) !== null;
}

/** Says to wait a moment: a whole page, drawn without anything that is busy. */
export function answerCrowded(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(429, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(RETRY_SECONDS),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  const locale = localeOfPath(request.url?.split('?', 1)[0] ?? '/');
  const requestId = String(request.headers['x-request-id'] ?? randomUUID());
  response.end(
    errorHtml({ status: 429, code: 'TOO_MANY', messageKey: 'errors.page.429.title', locale, requestId }),
  );
}
