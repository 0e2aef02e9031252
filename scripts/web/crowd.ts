import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieIn, openToken, SESSION_COOKIE } from '#lib/access/session-token.ts';
import { localeOfPath } from '#lib/i18n/languages.ts';
import { errorHtml } from '#lib/platform/error-html.ts';
import { RETRY_SECONDS } from '#lib/platform/status.ts';
import { anonymousAddress } from './kept/anonymous.ts';
import { Line, type Share } from './line.ts';

/**
 * Different pages that one address may wait for at the same moment. Thirty browsers with all their connections busy reach
 * it: a school or an office behind one address does not, a program that asks for a thousand pages does. Of these so many
 * are drawn at once that no processor is idle, and the others stand in line: whoever comes from elsewhere waits for those
 * few, and not for all.
 */
const SHARE: Share = { most: 200, turns: 8, turnMs: 3_000 };

/** Files, and what is counted by its own route; whatever else is asked for, and by whatever method, is drawn. */
const NO_PAGE = /^\/(?:(?:api|media|open311|_next)\/|[\w-]+\.\w{2,11}$)/;

/**
 * Keeps one address from taking all there is: its pages have their turns, and those beyond its share are refused before
 * anything is asked of the database. Whoever looks at a page that everybody is given takes no place beside the first.
 * Kept in memory, and only while an answer is under way.
 */
export function crowd(share = SHARE) {
  const lines = new Map<string, Line>();
  const lineOf = (client: string) => lines.get(client) ?? new Line(share);
  return {
    /** Resolves when a page has its turn; false when this address has its share already. */
    async admits(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      if (NO_PAGE.test(pathOf(request))) return true;
      const client = String(request.headers['x-client-address']);
      const page = anonymousAddress(request) ?? randomUUID();
      if (lineOf(client).isBusy(page) && (await isStaff(request))) return true;
      const line = lineOf(client);
      if (line.isFull(page) || request.socket.destroyed) return false;
      lines.set(client, line);
      const turn = line.turnOf(page, response);
      response.once('close', () => {
        if (line.isEmpty() && lines.get(client) === line) lines.delete(client);
      });
      await turn;
      return true;
    },
  };
}

/** As Next reads it: `/api/../zgloszenia` is the list, and no route of a program's. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(`http://portal${url}`).pathname;
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
