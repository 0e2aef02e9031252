import { decode } from 'next-auth/jwt';
import { env } from '#lib/platform/env.ts';

export const SESSION_COOKIE = env.secure ? '__Host-kontakt-session' : 'kontakt-session';

/** What a session's cookie holds; null when we did not make it or its time is over. Asks no database. */
export async function openToken(value: string) {
  return decode({ token: value, secret: env.keys.session }).catch(() => null);
}

/** One cookie of a header, or undefined. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
