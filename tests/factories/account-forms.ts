import { POST as setPassword } from '#app/api/account/first-password/route.ts';
import { POST as switchRoute } from '#app/api/accounts/[id]/[action]/route.ts';
import { POST as editRoute } from '#app/api/accounts/[id]/route.ts';
import { POST as createRoute } from '#app/api/accounts/route.ts';
import { POST as signIn } from '#app/api/session/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { SESSION_COOKIE } from '#lib/access/session-token.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { workOffJobs } from './jobs.ts';
import { mailsIn } from './mail.ts';
import { callRoute } from './request.ts';

/** A password that nobody guesses. */
export const STRONG = 'cztery kasztany na Plantach';
export const ACCOUNT = { name: 'Nowa Osoba', role: 'OFFICER', department: 'ZZM' };

export const addressOf = () => `${newId()}@kontakt.example`;

/** A new account, made as the page makes it. */
export async function createAs(as: StaffActor, fields: Record<string, string> = {}) {
  const email = fields.email ?? addressOf();
  const response = await callRoute(createRoute, '/api/accounts', {
    as,
    json: { ...ACCOUNT, email, ...fields },
  });
  return { response, email };
}

/** The key in the newest mail to this address. */
export async function keyFor(email: string): Promise<string> {
  await workOffJobs();
  const mail = (await mailsIn(env.DATA_DIR)).filter(({ to }) => to === email).at(-1);
  return /\/logowanie\/konto\/([0-9a-f]+)/.exec(mail?.links.join(' ') ?? '')?.[1] ?? '';
}

export const useLink = (code: string, newPassword = STRONG) =>
  callRoute(setPassword, '/api/account/first-password', { json: { code, newPassword } });
export const attempt = (email: string, password: string) =>
  callRoute(signIn, '/api/session', { json: { email, password } });
export const edit = (as: StaffActor, id: string, json: Record<string, string>) =>
  callRoute(editRoute, `/api/accounts/${id}`, { as, params: { id }, json });
export const turn = (as: StaffActor, id: string, action: string) =>
  callRoute(switchRoute, `/api/accounts/${id}/${action}`, { as, params: { id, action }, json: {} });

/** The session that an answer brings. */
export const sessionIn = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith(`${SESSION_COOKIE}=`))
    ?.slice(SESSION_COOKIE.length + 1);
