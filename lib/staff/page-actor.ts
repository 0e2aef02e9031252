import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { StaffActor } from '#lib/access/actor.ts';
import { actorFromCookie } from '#lib/access/session.ts';
import { SESSION_COOKIE } from '#lib/access/session-token.ts';
import { localeOfPath, localePath } from '#lib/i18n/languages.ts';

/** The member of staff who looks at a page, or null. Read once per request, from the account and not from the token. */
export const currentStaff = cache(async (): Promise<StaffActor | null> => {
  const actor = await actorFromCookie((await cookies()).get(SESSION_COOKIE)?.value);
  return actor.type === 'staff' ? actor : null;
});

/** The same for a page that is for staff only: everybody else signs in first and comes back to it. */
export async function getStaffActor(): Promise<StaffActor> {
  const actor = await currentStaff();
  if (actor) return actor;
  const path = (await headers()).get('x-path') ?? '/staff';
  redirect(localePath(localeOfPath(path), `/logowanie?next=${encodeURIComponent(path)}`));
}
