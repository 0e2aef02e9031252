import 'server-only';
import { encode } from 'next-auth/jwt';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { type Actor, ANONYMOUS, type StaffActor } from './actor.ts';
import { hasEnded, rememberEnd } from './session-ends.ts';
import { cookieIn, openToken, SESSION_COOKIE } from './session-token.ts';

/** Staff sessions: a signed token in a cookie, checked against the account at every request. */
const SESSION_SECONDS = 10 * 3600;

export type SessionToken = { sub: string; version: number };

/** The cookie's value for a person who has just proved who they are. */
export async function sealSession(token: SessionToken): Promise<string> {
  return encode({ token, secret: env.keys.session, maxAge: SESSION_SECONDS });
}

/** The `Set-Cookie` value that starts (or, with an empty value, ends) a session. */
export function sessionCookie(value: string): string {
  const age = value === '' ? 0 : SESSION_SECONDS;
  return `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${env.secure ? '; Secure' : ''}`;
}

/**
 * The person behind a session cookie. The account is read again each time, so that a disabled one, a changed role and
 * a changed password take effect at once. Anything unreadable is an anonymous visitor.
 */
export async function actorFromCookie(value: string | undefined): Promise<Actor> {
  if (!value) return ANONYMOUS;
  const token = await openToken(value);
  if (!token?.sub || typeof token.version !== 'number') return ANONYMOUS;
  const [user, ended] = await Promise.all([
    db.staffUser.findUnique({ where: { id: token.sub } }),
    hasEnded(String(token.jti)),
  ]);
  if (ended) return ANONYMOUS;
  if (!user?.active || user.mustChangePassword || user.sessionVersion !== token.version) return ANONYMOUS;
  return {
    type: 'staff',
    id: user.id,
    name: user.name,
    role: user.role,
    department: user.departmentCode,
  } satisfies StaffActor;
}

/** Signs a session out for good: a copy of its cookie opens nothing any more. */
export async function endSession(request: Request): Promise<void> {
  const value = readCookie(request, SESSION_COOKIE);
  const token = value ? await openToken(value) : null;
  if (!token?.jti) return;
  await rememberEnd(String(token.jti), new Date(now().getTime() + SESSION_SECONDS * 1000));
}

/** The actor of a route handler's request. */
export async function actorOfRequest(request: Request): Promise<Actor> {
  return actorFromCookie(readCookie(request, SESSION_COOKIE));
}

/** One cookie of a request, or undefined. */
export function readCookie(request: Request, name: string): string | undefined {
  return cookieIn(request.headers.get('cookie'), name);
}
