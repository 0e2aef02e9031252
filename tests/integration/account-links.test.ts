import { describe, expect, it } from 'vitest';
import { actorFromCookie } from '#lib/access/session.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { getAccount } from '#lib/staff/queries/accounts.ts';
import {
  ACCOUNT,
  addressOf,
  attempt,
  createAs,
  edit,
  keyFor,
  STRONG,
  sessionIn,
  turn,
  useLink,
} from '#tests/factories/account-forms.ts';
import { hire, staff } from '#tests/factories/staff.ts';

describe('another address', () => {
  it('has the link that went to the old one, which is dead there', async () => {
    const admin = await staff('admin');
    const { response, email } = await createAs(admin);
    const { id } = (await response.json()) as { id: string };
    const misled = await keyFor(email);
    const { seen } = await getAccount(admin, id, 'pl');
    const right = addressOf();
    expect((await edit(admin, id, { ...ACCOUNT, email: right, seen })).status).toBe(200);
    expect((await useLink(misled)).status).toBe(410);
    expect((await useLink(await keyFor(right))).status).toBe(200);
  });

  it('sends no link to whoever has a password already', async () => {
    const admin = await staff('admin');
    const person = await hire('OFFICER', 'ZZM');
    const { name, seen } = await getAccount(admin, person.id, 'pl');
    const right = addressOf();
    await edit(admin, person.id, { name, email: right, seen, role: 'OFFICER', department: 'ZZM' });
    expect(await keyFor(right)).toBe('');
  });
});

describe('a new password on request', () => {
  it('ends the old one and every session, and only the newest link works', async () => {
    const { response, email } = await createAs(await staff('admin'));
    const { id } = (await response.json()) as { id: string };
    const entered = await useLink(await keyFor(email));
    await turn(await staff('admin'), id, 'reset');
    expect((await actorFromCookie(sessionIn(entered))).type).toBe('anonymous');
    expect((await attempt(email, STRONG)).status).toBe(401);
    const first = await keyFor(email);
    shiftClock(1000);
    await turn(await staff('admin'), id, 'reset');
    const second = await keyFor(email);
    expect(second).not.toBe(first);
    expect((await useLink(first)).status).toBe(410);
    expect((await useLink(second)).status).toBe(200);
  });
});
