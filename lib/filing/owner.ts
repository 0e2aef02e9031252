import type { Actor } from '#lib/access/actor.ts';
import { actorOfRequest, readCookie } from '#lib/access/session.ts';
import { env } from '#lib/platform/env.ts';
import { newSecret } from '#lib/platform/ids.ts';
import { DRAFT_DAYS } from './words.ts';

/** Who fills a form: a draft opens only for the browser that holds its secret. One secret serves all its drafts. */
export type DraftOwner = { actor: Actor; secret: string | null };

export const DRAFT_COOKIE = env.secure ? '__Host-kontakt-draft' : 'kontakt-draft';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The secret of a cookie's value; null when it is none of ours. */
export function readSecret(value: string | undefined): string | null {
  return value && SECRET.test(value) ? value : null;
}

/** The owner behind a route handler's request. */
export async function ownerOfRequest(request: Request): Promise<DraftOwner> {
  return { actor: await actorOfRequest(request), secret: readSecret(readCookie(request, DRAFT_COOKIE)) };
}

/** The owner with a secret of their own, made now when the browser has none. */
export function withSecret(owner: DraftOwner): DraftOwner & { secret: string } {
  return { ...owner, secret: owner.secret ?? newSecret() };
}

/** The `Set-Cookie` value that keeps the secret for as long as a draft lives. */
export function draftCookie(secret: string): string {
  const secure = env.secure ? '; Secure' : '';
  return `${DRAFT_COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DRAFT_DAYS * 86_400}${secure}`;
}
