import { beforeAll, describe, expect, it } from 'vitest';
import { POST as changePassword } from '#app/api/account/password/route.ts';
import { POST as signOut } from '#app/api/session/end/route.ts';
import { POST as signIn } from '#app/api/session/route.ts';
import { actorFromCookie } from '#lib/access/session.ts';
import { SESSION_COOKIE } from '#lib/access/session-token.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { hit } from '#lib/platform/limits.ts';
import { hashPassword } from '#lib/staff/passwords.ts';
import { type DemoAccount, emailOf } from '#tests/factories/accounts.ts';
import { callRoute, sessionOf } from '#tests/factories/request.ts';
import { hire, staff } from '#tests/factories/staff.ts';

const RIGHT = env.DEMO_PASSWORD;
const STRONG = 'cztery kasztany na Plantach';

type Attempt = {
  email?: string;
  password?: string;
  clientAddress?: string;
  cookie?: string;
  next?: string;
  back?: string;
};

function attempt({ email = emailOf('zzm'), password = RIGHT, clientAddress, cookie, ...more }: Attempt) {
  return callRoute(signIn, '/api/session', {
    form: { email, password, ...more },
    ...(clientAddress && { clientAddress }),
    ...(cookie && { headers: { cookie } }),
  });
}

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
const sessionIn = (response: Response) =>
  cookiesOf(response)
    .find((one) => one.startsWith(`${SESSION_COOKIE}=`))
    ?.slice(SESSION_COOKIE.length + 1);
const whoIs = (session: string | undefined) => actorFromCookie(session);
const auditOf = (action: string) => db.auditEntry.findMany({ where: { action }, orderBy: { id: 'asc' } });

async function hireWithPassword(password: string): Promise<{ id: string; email: string }> {
  const { id } = await hire('CONSULTANT');
  return db.staffUser.update({ where: { id }, data: { passwordHash: await hashPassword(password) } });
}

describe('signing in', () => {
  it('leads to the list with a session that knows who it is, and is written down', async () => {
    const response = await attempt({});
    expect([response.status, response.headers.get('location')]).toEqual([303, '/staff']);
    expect(await whoIs(sessionIn(response))).toMatchObject({
      type: 'staff',
      role: 'OFFICER',
      department: 'ZZM',
    });
    const { id } = await staff('zzm');
    expect((await auditOf('session.started')).at(-1)).toMatchObject({ staffId: id, actorKind: 'staff' });
  });

  it('keeps its cookie from scripts and other sites', async () => {
    const [session] = (await attempt({})).headers.getSetCookie();
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=Lax/);
    expect(session).toMatch(/; Path=\/;/);
  });

  it('gives a new session each time, whatever cookie came along', async () => {
    const first = sessionIn(await attempt({}));
    const second = sessionIn(await attempt({ cookie: `${SESSION_COOKIE}=${first}` }));
    expect(second).toBeTruthy();
    expect(second).not.toBe(first);
  });

  it('reads the address in any case and with blanks around it', async () => {
    expect((await attempt({ email: '  ZZM@Kontakt.Example ' })).status).toBe(303);
  });

  it.each([
    ['/staff/zgloszenia/KRK-2026-000001?tab=new', '/staff/zgloszenia/KRK-2026-000001?tab=new'],
    ['https://example.com/', '/staff'],
    ['//example.com', '/staff'],
    ['/\\example.com', '/staff'],
    ['javascript:alert(1)', '/staff'],
  ])('goes on to %s only when it is ours', async (next, location) => {
    expect((await attempt({ next })).headers.get('location')).toBe(location);
  });

  it('tells a program in JSON', async () => {
    const json = { email: emailOf('zzm'), password: RIGHT };
    const response = await callRoute(signIn, '/api/session', { json });
    expect([response.status, await response.json()]).toMatchObject([200, { role: 'OFFICER' }]);
    const wrong = await callRoute(signIn, '/api/session', { json: { ...json, password: 'no' } });
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: 'UNAUTHENTICATED' }]);
  });

  it('is refused to a form of another site', async () => {
    const response = await callRoute(signIn, '/api/session', {
      form: { email: emailOf('zzm'), password: RIGHT },
      headers: { origin: 'https://example.com' },
    });
    expect([response.status, cookiesOf(response)]).toEqual([403, []]);
  });
});

describe('a sign-in that is refused', () => {
  const unknown = 'nobody@kontakt.example';
  let disabled: string;
  beforeAll(async () => {
    const user = await hireWithPassword(RIGHT);
    await db.staffUser.update({ where: { id: user.id }, data: { active: false } });
    disabled = user.email;
  });

  it('says the same of a wrong password, an unknown and a disabled account', async () => {
    const answers = [
      await attempt({ password: 'wrong password', back: '/logowanie' }),
      await attempt({ email: unknown, back: '/logowanie' }),
      await attempt({ email: disabled, back: '/logowanie' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toMatch(/^\/logowanie\?f=[0-9a-f-]{36}$/);
      expect(cookiesOf(answer)).toEqual([]);
    }
    const states = await db.formState.findMany({ orderBy: { expiresAt: 'desc' }, take: 3 });
    const said = states.map(({ data }) => (data as { errors: object }).errors);
    expect(said).toEqual(Array(3).fill({ email: ['staff.signIn.wrong'] }));
  });

  it('takes as long for an unknown account as for a wrong password', async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await attempt({ email, password: 'wrong password', clientAddress: `time-${start}` });
      return performance.now() - start;
    };
    const [known, strange] = [[], []] as [number[], number[]];
    await time(unknown);
    for (let round = 0; round < 8; round += 1) {
      known.push(await time(emailOf('mpo')));
      strange.push(await time(`nobody-${round}@kontakt.example`));
    }
    // The shortest of each: what the work costs, whatever else the machine is doing.
    expect(Math.min(...strange)).toBeGreaterThan(Math.min(...known) * 0.5);
    expect(Math.min(...strange)).toBeLessThan(Math.min(...known) * 2);
  });

  it('is written down without the address that was tried', async () => {
    await attempt({ email: 'secret-name@kontakt.example' });
    const entry = (await auditOf('session.refused')).at(-1);
    expect(entry).toMatchObject({ actorKind: 'anonymous', staffId: null });
    expect(JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? '' : value))).not.toContain(
      'secret-name',
    );
  });

  it('never keeps the password with the form', async () => {
    await attempt({ password: 'hunter-of-secrets', back: '/logowanie' });
    const states = await db.formState.findMany();
    expect(JSON.stringify(states.map(({ data }) => data))).not.toContain('hunter-of-secrets');
  });

  it('asks for both fields', async () => {
    const response = await attempt({ email: ' ', password: '', back: '/logowanie' });
    const id = response.headers.get('location')?.split('f=')[1] ?? '';
    const { data } = await db.formState.findUniqueOrThrow({ where: { id } });
    expect(Object.keys((data as { errors: object }).errors)).toEqual(['email', 'password']);
  });
});

describe('guessing', () => {
  const wrong = (email: string, clientAddress: string, cookie?: string) =>
    attempt({ email, password: 'wrong password', clientAddress, ...(cookie && { cookie }) });

  it('of one account from one address ends after ten attempts, with the time to wait', async () => {
    const { email } = await hireWithPassword(STRONG);
    for (let round = 0; round < 10; round += 1) await wrong(email, 'one-address');
    const refused = await attempt({ email, password: STRONG, clientAddress: 'one-address' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt({ email, password: STRONG, clientAddress: 'another-address' })).status).toBe(303);
  });

  it('of an account that does not exist ends the same way', async () => {
    for (let round = 0; round < 10; round += 1) await wrong('ghost@kontakt.example', 'ghost-address');
    expect((await wrong('ghost@kontakt.example', 'ghost-address')).status).toBe(429);
  });

  it('of one account from everywhere does not lock its owner out of a browser used before', async () => {
    const { email } = await hireWithPassword(STRONG);
    const before = await attempt({ email, password: STRONG, clientAddress: 'home' });
    const cookie = cookiesOf(before).find((one) => one.startsWith('kontakt-device=')) ?? '';
    for (let round = 0; round < 98; round += 1) await hit('signInStrangers', email);
    for (let round = 0; round < 2; round += 1) await wrong(email, `stranger-${round}`);
    expect((await wrong(email, 'one-more-stranger')).status).toBe(429);
    const owner = await attempt({ email, password: STRONG, clientAddress: 'home', cookie });
    expect(owner.status).toBe(303);
  });

  it('is not helped by a mark that we did not give', async () => {
    const { id, email } = await hireWithPassword(STRONG);
    const forged = `kontakt-device=${id}.${id}.${'0'.repeat(64)}`;
    for (let round = 0; round < 10; round += 1) await wrong(email, 'forger', forged);
    expect((await wrong(email, 'forger', forged)).status).toBe(429);
  });

  it('of many accounts from one address ends; an office where all sign in well does not', async () => {
    for (let round = 0; round < 28; round += 1) await hit('signInAddress', 'sprayer');
    for (let round = 0; round < 2; round += 1) await wrong(`a${round}@kontakt.example`, 'sprayer');
    expect((await wrong('b@kontakt.example', 'sprayer')).status).toBe(429);
    for (let round = 0; round < 31; round += 1) {
      expect((await attempt({ clientAddress: 'office' })).status).toBe(303);
    }
  });
});

describe('a session', () => {
  const requestAs = async (account: DemoAccount) => (await sessionOf(await staff(account))).split('=')[1];

  it('is dead with the next request when its account is disabled', async () => {
    const { id, email } = await hireWithPassword(STRONG);
    const session = sessionIn(await attempt({ email, password: STRONG }));
    expect((await whoIs(session)).type).toBe('staff');
    await db.staffUser.update({ where: { id }, data: { active: false } });
    expect((await whoIs(session)).type).toBe('anonymous');
  });

  it('follows a changed role and department at once', async () => {
    const { id, email } = await hireWithPassword(STRONG);
    const session = sessionIn(await attempt({ email, password: STRONG }));
    await db.staffUser.update({ where: { id }, data: { role: 'OFFICER', departmentCode: 'MPO' } });
    expect(await whoIs(session)).toMatchObject({ role: 'OFFICER', department: 'MPO' });
  });

  it('cannot be made up or altered', async () => {
    const session = (await requestAs('zzm')) ?? '';
    expect((await whoIs('made-up')).type).toBe('anonymous');
    expect((await whoIs(`${session.slice(0, -3)}abc`)).type).toBe('anonymous');
  });

  it('ends with signing out, and the cookie goes', async () => {
    const response = await callRoute(signOut, '/api/session/end', { form: {}, as: await staff('audyt') });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/logowanie?zrobione=wylogowanie',
    ]);
    expect(response.headers.getSetCookie()[0]).toMatch(/^[\w-]+=; .*Max-Age=0/);
    expect((await auditOf('session.ended')).at(-1)?.staffId).toBe((await staff('audyt')).id);
  });

  it('is over for every copy of its cookie, and for no other session of the same person', async () => {
    const [session, other] = [(await requestAs('zzm')) ?? '', (await requestAs('zzm')) ?? ''];
    const headers = { cookie: `${SESSION_COOKIE}=${session}` };
    expect((await whoIs(session)).type).toBe('staff');
    await callRoute(signOut, '/api/session/end', { form: {}, headers });
    expect((await whoIs(session)).type).toBe('anonymous');
    expect((await whoIs(other)).type).toBe('staff');
  });
});

describe('a new password', () => {
  const change = (as: Parameters<typeof callRoute>[2], form: Record<string, string>) =>
    callRoute(changePassword, '/api/account/password', { ...as, form: { back: '/staff/haslo', ...form } });

  it('ends every other session; the present one goes on', async () => {
    const user = await hireWithPassword(RIGHT);
    const [elsewhere, here] = [
      sessionIn(await attempt({ email: user.email })),
      sessionIn(await attempt({ email: user.email })),
    ];
    const headers = { cookie: `${SESSION_COOKIE}=${here}` };
    const response = await change({ headers }, { password: RIGHT, newPassword: STRONG });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/staff/haslo?zrobione=haslo']);
    expect((await whoIs(elsewhere)).type).toBe('anonymous');
    expect((await whoIs(here)).type).toBe('anonymous');
    expect(await whoIs(sessionIn(response))).toMatchObject({ id: user.id });
    expect((await attempt({ email: user.email, password: RIGHT })).status).not.toBe(303);
    expect((await attempt({ email: user.email, password: STRONG })).status).toBe(303);
    expect((await auditOf('password.changed')).at(-1)?.staffId).toBe(user.id);
  });

  it.each([
    [{ password: 'not mine', newPassword: STRONG }, { password: ['staff.password.wrong'] }],
    [{ password: RIGHT, newPassword: 'short' }, { newPassword: ['staff.password.tooShort'] }],
    [{ password: RIGHT, newPassword: 'haslo1234567' }, { newPassword: ['staff.password.common'] }],
    [{ password: RIGHT, newPassword: RIGHT }, { newPassword: ['staff.password.unchanged'] }],
  ])('is refused at its field: %o', async (form, errors) => {
    const response = await change({ as: await staff('mpo') }, form);
    const id = response.headers.get('location')?.split('f=')[1] ?? '';
    const { data } = await db.formState.findUniqueOrThrow({ where: { id } });
    expect((data as { errors: object }).errors).toEqual(errors);
    expect(JSON.stringify(data)).not.toContain(form.newPassword);
  });

  it('is not given to somebody who is not signed in', async () => {
    const response = await change({}, { password: RIGHT, newPassword: STRONG });
    expect(response.status).toBe(401);
  });
});
