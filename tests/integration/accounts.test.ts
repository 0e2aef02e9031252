import { describe, expect, it } from 'vitest';
import { POST as createRoute } from '#app/api/accounts/route.ts';
import { ANONYMOUS, ROLES } from '#lib/access/actor.ts';
import { actorFromCookie } from '#lib/access/session.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readAccountFilter } from '#lib/staff/account-schema.ts';
import { createAccount } from '#lib/staff/commands/create-account.ts';
import { editAccount } from '#lib/staff/commands/edit-account.ts';
import { switchAccount } from '#lib/staff/commands/switch-account.ts';
import { getAccount, listAccounts } from '#lib/staff/queries/accounts.ts';
import { historyOf } from '#lib/staff/queries/history.ts';
import {
  ACCOUNT,
  attempt,
  createAs,
  edit,
  keyFor,
  STRONG,
  sessionIn,
  turn,
  useLink,
} from '#tests/factories/account-forms.ts';
import { callRoute, sessionOf } from '#tests/factories/request.ts';
import { asRole, hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, give } from '#tests/factories/submission.ts';

const ALL = readAccountFilter({});

const entriesOf = (id: string) =>
  db.auditEntry.findMany({ where: { subject: `account:${id}` }, orderBy: { id: 'asc' } });

describe('a new account', () => {
  it('comes to its person by a link that works once, and signs them in', async () => {
    const { response, email } = await createAs(await staff('admin'));
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    const key = await keyFor(email);
    expect(key).toMatch(/^[0-9a-f]{48}$/);
    const entered = await useLink(key);
    expect(entered.status).toBe(200);
    expect(await actorFromCookie(sessionIn(entered))).toMatchObject({
      id,
      role: 'OFFICER',
      department: 'ZZM',
    });
    expect((await attempt(email, STRONG)).status).toBe(200);
    expect((await useLink(key, 'zupełnie inne hasło tutaj')).status).toBe(410);
    expect((await attempt(email, STRONG)).status).toBe(200);
    const entries = await entriesOf(id);
    expect(entries.map(({ action }) => action)).toEqual(['account.created', 'account.link-used']);
    expect(entries[0]?.data).toMatchObject({ changes: { email: { from: null, to: email } } });
  });

  it('of two for one address at once, the second is refused at its field', async () => {
    const [first, email] = [await staff('admin'), `twin-${Date.now()}@example.com`];
    const account = { name: 'Osoba Próbna', email, role: 'OFFICER', department: 'ZZM', seen: '' } as const;
    const made = await Promise.allSettled([1, 2].map(() => createAccount(first, { account, mail: false })));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'INVALID', details: { fields: { email: ['admin.accounts.error.taken'] } } },
    });
  });

  it('has no link in the database and none in the queue, only in the mail', async () => {
    const { email } = await createAs(await staff('admin'));
    const kept = await db.$queryRaw<{ all: string }[]>`
      SELECT string_agg(l::text, ' ') || coalesce((SELECT string_agg(j::text, ' ') FROM pgboss.job j), '') AS "all"
      FROM "AccountLink" l`;
    const key = await keyFor(email);
    expect(kept[0]?.all).toContain('notification.due');
    expect(kept[0]?.all).not.toContain(key);
  });

  it('cannot be entered before its password is set, nor with a session made for it', async () => {
    const { response } = await createAs(await staff('admin'));
    const { id } = (await response.json()) as { id: string };
    const cookie = await sessionOf({ ...asRole('OFFICER', 'ZZM'), id });
    expect((await actorFromCookie(cookie.split('=')[1])).type).toBe('anonymous');
  });

  it('has no use of its link after a day, nor of a password that is easy to guess', async () => {
    const { email } = await createAs(await staff('admin'));
    const key = await keyFor(email);
    const weak = await useLink(key, 'haslo1234567');
    expect([weak.status, await weak.json()]).toMatchObject([422, { errors: { newPassword: [{}] } }]);
    shiftClock(24 * 3_600_000 + 1000);
    expect((await useLink(key)).status).toBe(410);
  });

  it.each([
    [{ role: 'OFFICER', department: '' }, 'department'],
    [{ role: 'LEAD', department: 'NO-SUCH' }, 'department'],
    [{ role: 'EMPEROR' }, 'role'],
    [{ name: '  ' }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ email: 'admin@kontakt.example' }, 'email'],
  ])('is refused at its field: %o', async (fields, field) => {
    const { response } = await createAs(await staff('admin'), fields as Record<string, string>);
    expect(response.status).toBe(422);
    expect(Object.keys(((await response.json()) as { errors: object }).errors)).toEqual([field]);
  });

  it('of a consultant belongs to no department, whatever the form says', async () => {
    const { email } = await createAs(await staff('admin'), { role: 'CONSULTANT', department: 'ZZM' });
    expect(await db.staffUser.findUnique({ where: { email } })).toMatchObject({ departmentCode: null });
  });
});

describe('disabling', () => {
  it('puts a person out with the next request, and their old session stays out', async () => {
    const admin = await staff('admin');
    const person = await hire('OFFICER', 'MPO');
    const cookie = (await sessionOf(person)).split('=')[1];
    expect((await actorFromCookie(cookie)).type).toBe('staff');
    expect((await turn(admin, person.id, 'disable')).status).toBe(200);
    expect((await actorFromCookie(cookie)).type).toBe('anonymous');
    expect((await turn(admin, person.id, 'enable')).status).toBe(200);
    expect((await actorFromCookie(cookie)).type).toBe('anonymous');
    const entries = await entriesOf(person.id);
    expect(entries.map(({ action, staffId }) => [action, staffId])).toEqual([
      ['account.disabled', admin.id],
      ['account.enabled', admin.id],
    ]);
  });

  it('is done once: the second click is told so', async () => {
    const person = await hire('CONSULTANT');
    await turn(await staff('admin'), person.id, 'disable');
    expect((await turn(await staff('admin'), person.id, 'disable')).status).toBe(409);
  });

  it('shows whose cases wait to be handed over', async () => {
    const officer = await hire('OFFICER', 'ZDMK');
    const filed = await aSubmission();
    await give(filed, await staff('infolinia'), 'forward', { department: 'ZDMK' });
    await give(filed, officer, 'take', {});
    const { held } = await getAccount(await staff('admin'), officer.id, 'pl');
    expect(held).toEqual({ count: 1, references: [filed.reference] });
  });

  it('kills a link that is on its way', async () => {
    const { response, email } = await createAs(await staff('admin'));
    const { id } = (await response.json()) as { id: string };
    const key = await keyFor(email);
    await turn(await staff('admin'), id, 'disable');
    expect((await useLink(key)).status).toBe(410);
  });
});

describe('an administrator', () => {
  it('neither disables nor resets nor demotes their own account', async () => {
    const admin = await staff('admin');
    for (const action of ['disable', 'reset']) expect((await turn(admin, admin.id, action)).status).toBe(409);
    const { seen, name, email } = await getAccount(admin, admin.id, 'pl');
    const demoted = await edit(admin, admin.id, { name, email, seen, role: 'CONSULTANT' });
    expect([demoted.status, await demoted.json()]).toMatchObject([422, { errors: { role: [{}] } }]);
  });

  it('is always left: of two who disable each other at once, one remains', async () => {
    const [one, other] = [await hire('ADMINISTRATOR'), await hire('ADMINISTRATOR')];
    await Promise.allSettled([
      switchAccount(one, { id: other.id, to: 'disable', mail: true }),
      switchAccount(other, { id: one.id, to: 'disable', mail: true }),
    ]);
    const left = await db.staffUser.count({ where: { id: { in: [one.id, other.id] }, active: true } });
    expect(left).toBe(1);
  });

  it('who was disabled while the form was open changes nothing any more', async () => {
    const gone = await hire('ADMINISTRATOR');
    const person = await hire('CONSULTANT');
    await turn(await staff('admin'), gone.id, 'disable');
    await expect(switchAccount(gone, { id: person.id, to: 'disable', mail: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('sees in the history what was changed, by whom, from what to what', async () => {
    const admin = await staff('admin');
    const person = await hire('CONSULTANT');
    const { seen, name, email } = await getAccount(admin, person.id, 'pl');
    expect(
      (await edit(admin, person.id, { name, email, seen, role: 'OFFICER', department: 'ZZM' })).status,
    ).toBe(200);
    const { entries } = await historyOf(admin, 'account.manage', `account:${person.id}`);
    expect(entries[0]).toMatchObject({
      who: admin.name,
      action: 'account.changed',
      changes: {
        role: { from: 'CONSULTANT', to: 'OFFICER' },
        department: { from: null, to: 'ZZM' },
      },
    });
  });

  it('who saves what somebody else changed meanwhile is told, and nothing is overwritten', async () => {
    const admin = await staff('admin');
    const person = await hire('CONSULTANT');
    const { seen, email } = await getAccount(admin, person.id, 'pl');
    await edit(admin, person.id, { name: 'Pierwsza Zmiana', email, seen, role: 'CONSULTANT' });
    const second = await edit(admin, person.id, { name: 'Druga Zmiana', email, seen, role: 'CONSULTANT' });
    expect([second.status, await second.json()]).toMatchObject([
      409,
      { current: { person: 'Pierwsza Zmiana' } },
    ]);
  });
});

describe('the list', () => {
  it('finds by words of name or address, role, department and state, page by page', async () => {
    const admin = await staff('admin');
    for (let count = 0; count < 55; count += 1) await hire('LEAD', 'MPO');
    const first = await listAccounts(admin, { ...ALL, role: 'LEAD', department: 'MPO' }, 'pl');
    const rest = await listAccounts(
      admin,
      { ...ALL, role: 'LEAD', department: 'MPO', after: first.next ?? '' },
      'pl',
    );
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect([first.items.length, rest.next, new Set(ids).size >= 55]).toEqual([50, null, true]);
    const named = await listAccounts(admin, { ...ALL, q: 'ćwiczebny ADMIN@' }, 'pl');
    expect(named.items.map(({ email }) => email)).toEqual(['admin@kontakt.example']);
    const waiting = await listAccounts(admin, { ...ALL, state: 'waiting' }, 'pl');
    expect(new Set(waiting.items.map(({ state }) => state))).toEqual(new Set(['waiting']));
  });
});

describe('who manages accounts', () => {
  const account = { ...ACCOUNT, role: 'OFFICER' as const, seen: '', email: 'x@kontakt.example' };
  const requestId = 'a';

  it.each(ROLES.filter((role) => role !== 'ADMINISTRATOR'))('%s does not', async (role) => {
    const actor = await hire(role, ['OFFICER', 'LEAD'].includes(role) ? 'ZDMK' : null);
    const { id } = await hire('CONSULTANT');
    const tries = [
      createAccount(actor, { account, requestId, mail: true }),
      editAccount(actor, id, { account, requestId }),
      switchAccount(actor, { id, to: 'disable', requestId, mail: true }),
      switchAccount(actor, { id, to: 'reset', requestId, mail: true }),
      listAccounts(actor, ALL, 'pl'),
      getAccount(actor, id, 'pl'),
      historyOf(actor, 'account.manage', `account:${id}`),
    ];
    for (const each of await Promise.allSettled(tries)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'FORBIDDEN' } });
    }
    expect(await db.staffUser.findUnique({ where: { id } })).toMatchObject({ active: true });
  });

  it('nobody does who is not signed in', async () => {
    await expect(createAccount(ANONYMOUS, { account, requestId, mail: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const response = await callRoute(createRoute, '/api/accounts', { json: account });
    expect(response.status).toBe(401);
  });
});
