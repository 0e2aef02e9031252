import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST as search } from '#app/api/staff/search/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { hit, LIMITS } from '#lib/platform/limits.ts';
import { fold } from '#lib/platform/stem.ts';
import type { Turn } from '#lib/submissions/queries/staff-queue.ts';
import { staffSearch } from '#lib/submissions/queries/staff-search.ts';
import type { StaffFound } from '#lib/submissions/staff-dto.ts';
import { callRoute } from '#tests/factories/request.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

const PHONE = '+48600100200';
const EMAIL = 'zdzislawa.niezwykla@example.com';

let infoline: StaffActor;

const find = (actor: StaffActor, typed: string) =>
  staffSearch(actor, { typed, turn: {}, locale: 'pl', requestId: newId() });
const found = async (actor: StaffActor, typed: string) => {
  const { number, people, items } = await find(actor, typed);
  return [...(number ? [number] : []), ...[...people, ...items].map(({ reference }) => reference)];
};
const searches = (actor: StaffActor) =>
  db.auditEntry.findMany({
    where: { staffId: actor.id, action: { in: ['contact.searched', 'command.refused'] } },
  });

beforeAll(async () => {
  infoline = await staff('infolinia');
});

describe('the words of a case', () => {
  beforeEach(async () => {
    await db.submission.updateMany({ data: { text: null } });
    await db.place.updateMany({ data: { address: null, description: null } });
  });

  it('are found whatever the accents and the endings', async () => {
    const one = await aSubmission({ text: 'Zapadnięta ŁAWKA', address: 'ul. Długa 14' });
    for (const typed of ['dluga', 'DŁUGĄ 14', 'lawki', 'zapadniety długa', 'ul. Długiej']) {
      expect(await found(infoline, typed)).toEqual([one.reference]);
    }
    expect(await found(infoline, 'dluga 15')).toEqual([]);
  });

  it('put what is at the very address first, the newest on top, and words like it behind the very words', async () => {
    const like = await aSubmission({ text: 'To trwa za długo', address: 'Krótka 1' });
    const old = await aSubmission({ text: 'Dziura', address: 'ul. Długa 14' });
    const said = await aSubmission({ text: 'Lista jest długa', address: 'Krótka 2' });
    const fresh = await aSubmission({ text: 'Kosz', address: 'Długa 3' });
    const result = await find(infoline, 'dluga');
    expect(result.atAddress).toBe(2);
    const order = [fresh, old, said, like].map(({ reference }) => reference);
    expect(result.items.map(({ reference }) => reference)).toEqual(order);
    expect((await find(infoline, 'Długa 14')).items.map(({ reference }) => reference)).toEqual([
      old.reference,
    ]);
    expect((await find(await staff('zdmk'), 'dluga')).items).toEqual([]);
  });

  it('are each on one page, forwards and back, wherever what is at the address would stand by its age', async () => {
    const cases: string[] = [];
    for (let made = 0; made < 32; made += 1) {
      const there = made % 4 === 0;
      const wish = there ? { address: 'ul. Szara 7' } : { text: 'Szara plama', address: 'Krótka 1' };
      cases.push((await aSubmission(wish)).reference);
    }
    const page = (turn: Turn) =>
      staffSearch(infoline, { typed: 'szara', turn, locale: 'pl', requestId: newId() });
    const one = await page({});
    const two = await page({ after: one.next ?? '' });
    const references = ({ items }: StaffFound) => items.map(({ reference }) => reference);
    expect([one.atAddress, two.atAddress]).toEqual([8, 0]);
    expect([...references(one), ...references(two)].sort()).toEqual(cases.sort());
    const back = await page({ before: two.previous ?? '' });
    expect(references(back)).toEqual(references(one));
  });

  it('say where they were found', async () => {
    await aSubmission({ text: 'Dziura', address: 'Karmelicka 3' });
    const where = async (typed: string) => (await find(infoline, typed)).items[0]?.matched;
    expect(await where('dziura')).toEqual(['text']);
    expect(await where('karmelicka')).toEqual(['place']);
    expect(await where('karmelicka dziura')).toEqual(['place', 'text']);
  });

  it('are gone from the search in the moment in which they are gone from the case', async () => {
    const one = await aSubmission({ text: 'Niepowtarzalne', address: 'Zaułek Tajny 1' });
    expect(await found(infoline, 'niepowtarzalne')).toEqual([one.reference]);
    await give(one, reporterOf(one), 'withdraw', {});
    expect(await found(infoline, 'niepowtarzalne')).toEqual([]);
    expect(await found(infoline, 'zaulek tajny')).toEqual([]);
  });

  it('an officer finds within what the department has or had', async () => {
    const zdmk = await staff('zdmk');
    const one = await aSubmission({ text: 'Krzywy słupek' });
    expect(await found(zdmk, 'slupek')).toEqual([]);
    await give(one, infoline, 'forward', { department: 'ZDMK' });
    expect(await found(zdmk, 'slupek')).toEqual([one.reference]);
    expect(await found(await staff('zzm'), 'slupek')).toEqual([]);
  });

  it('a number without its year is one of this year', async () => {
    const one = await aSubmission();
    expect((await find(infoline, String(Number(one.reference.split('-')[2])))).number).toBe(one.reference);
    expect((await find(await staff('zdmk'), String(Number(one.reference.split('-')[2])))).number).toBeNull();
  });

  it('too short words and nothing but marks find nothing', async () => {
    expect(await find(infoline, 'ul')).toMatchObject({ items: [], tooShort: true });
    expect(await find(infoline, '%_?')).toMatchObject({ items: [], tooShort: true });
  });

  it('are folded by the database as by the program', async () => {
    const text = 'ZAŻÓŁĆ GĘŚLĄ JAŹŃ, Їжак і Йод, crème brûlée, Straße 7½ Ąęłóźż';
    const [row] = await db.$queryRaw<{ folded: string }[]>`SELECT "folded"(${text}) AS "folded"`;
    expect(row?.folded).toBe(fold(text));
  });
});

describe('a person by phone or e-mail', () => {
  it('is found by those who may, with what fits and without the contact; each search is in the audit', async () => {
    const one = await aSubmission({
      phone: PHONE,
      email: EMAIL,
      name: 'Zdzisława Niezwykła',
      text: 'Dziura',
    });
    for (const actor of [infoline, await staff('kierownik')]) {
      const before = (await searches(actor)).length;
      for (const [typed, matched] of [
        ['600 100 200', 'phone'],
        ['+48 600-100-200', 'phone'],
        [EMAIL.toUpperCase(), 'email'],
      ] as const) {
        const { people, items } = await find(actor, typed);
        expect(people.map(({ reference, ...rest }) => [reference, rest.matched])).toEqual([
          [one.reference, matched],
        ]);
        expect(items).toEqual([]);
        expect(JSON.stringify(people)).not.toMatch(/600100200|niezwykla|Niezwykła/);
      }
      const rows = (await searches(actor)).slice(before);
      expect(rows).toHaveLength(3);
      expect(rows[0]).toMatchObject({ action: 'contact.searched', data: { at: 'search', found: 1 } });
      expect(
        JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
      ).not.toMatch(/600100200|niezwykla/);
    }
  });

  it('is asked for so often and no more, by whatever page', async () => {
    const eager = await hire('CONSULTANT');
    const { hits } = LIMITS.staffSearch;
    for (let asked = 1; asked < hits; asked += 1) await hit('staffSearch', eager.id);
    await find(eager, '+48600555111');
    await expect(find(eager, '+48600555112')).rejects.toMatchObject({ code: 'TOO_MANY' });
    expect(await searches(eager)).toHaveLength(1);
  });

  it('all others get for a known number what they get for an unknown one, and the attempt is kept', async () => {
    const one = await aSubmission({ phone: PHONE, email: EMAIL });
    await give(one, infoline, 'forward', { department: 'ZDMK' });
    for (const actor of [
      await staff('zdmk'),
      await staff('zdmk.kierownik'),
      await staff('audyt'),
      await hire('AUDITOR', 'ZDMK'),
    ]) {
      for (const [known, unknown] of [
        [PHONE, '+48600999888'],
        [EMAIL, 'nikt@example.com'],
      ] as const) {
        expect(await find(actor, known)).toEqual(await find(actor, unknown));
      }
      const rows = await searches(actor);
      expect(rows).toHaveLength(4);
      expect(rows.every(({ action }) => action === 'command.refused')).toBe(true);
      expect(rows.every(({ data }) => (data as { found: number }).found === 0)).toBe(true);
    }
  });

  it('is found as a follower too, but not when nobody confirmed the address or the support is withdrawn', async () => {
    const at = new Date();
    const followed = async (change: { verifiedAt?: Date; withdrawnAt?: Date }) => {
      const one = await aSubmission();
      const { emailHash } = await db.contact.findFirstOrThrow({ where: { email: EMAIL } });
      await db.support.create({
        data: { id: newId(), submissionId: one.id, emailHash, keyHash: newId(), createdAt: at, ...change },
      });
      return one.reference;
    };
    const yes = await followed({ verifiedAt: at });
    const no = [await followed({}), await followed({ verifiedAt: at, withdrawnAt: at })];
    const { people } = await find(infoline, EMAIL);
    expect(people.find(({ reference }) => reference === yes)).toMatchObject({
      follows: true,
      matched: 'email',
    });
    expect(people.filter(({ reference }) => no.includes(reference))).toEqual([]);
  });
});

describe('the field in the header', () => {
  const ask = (actor: StaffActor | null, q: string) =>
    callRoute(search, '/api/staff/search', { form: { q }, ...(actor && { as: actor }) });
  const led = async (actor: StaffActor, q: string) => (await ask(actor, q)).headers.get('location') ?? '';

  it('leads from a number or a code to the case, and from words to what they find', async () => {
    const one = await aSubmission();
    expect(await led(infoline, one.reference.toLowerCase())).toBe(`/staff/zgloszenia/${one.reference}`);
    expect(await led(infoline, one.code.replace(/(.{4})/g, '$1 '))).toBe(
      `/staff/zgloszenia/${one.reference}`,
    );
    expect(await led(infoline, 'ul. Długa 12')).toBe(`/staff/szukaj?q=${encodeURIComponent('ul. Długa 12')}`);
    expect(await led(infoline, '')).toBe('/staff');
  });

  it('keeps phones, e-mails and codes out of addresses, whoever asks', async () => {
    const one = await aSubmission();
    for (const actor of [infoline, await staff('zdmk')]) {
      for (const typed of [PHONE, EMAIL])
        expect(await led(actor, typed)).toMatch(/^\/staff\/szukaj\?o=[0-9a-f-]{36}$/);
    }
    expect(await led(await staff('zdmk'), one.code)).toMatch(/\?o=/);
  });

  it('is for staff', async () => {
    expect((await ask(null, 'dziura')).status).toBe(401);
  });
});
