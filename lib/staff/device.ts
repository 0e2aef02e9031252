import { timingSafeEqual } from 'node:crypto';
import { readCookie } from '#lib/access/session.ts';
import { env } from '#lib/platform/env.ts';
import { keyedHash, newId } from '#lib/platform/ids.ts';

/**
 * The mark of a browser in which a person has signed in before. Attempts from it are counted apart, so that strangers
 * who try an account over and over cannot keep its owner out.
 */
const COOKIE = 'kontakt-device';
const PATH = '/api/session';
const YEAR = 365 * 86_400;

function seal(staffId: string, nonce: string): string {
  return keyedHash(env.keys.session, `device:${staffId}:${nonce}`);
}

/** The `Set-Cookie` value that marks this browser for this account. */
export function deviceCookie(staffId: string): string {
  const nonce = newId();
  const value = `${staffId}.${nonce}.${seal(staffId, nonce)}`;
  const secure = env.secure ? '; Secure' : '';
  return `${COOKIE}=${value}; Path=${PATH}; HttpOnly; SameSite=Strict; Max-Age=${YEAR}${secure}`;
}

/** The account and the mark of a request's browser; null when there is none or it is not ours. */
export function deviceOf(request: Request): { staffId: string; nonce: string } | null {
  const [staffId = '', nonce = '', given = ''] = (readCookie(request, COOKIE) ?? '').split('.');
  const expected = Buffer.from(seal(staffId, nonce));
  const actual = Buffer.from(given);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  return { staffId, nonce };
}
